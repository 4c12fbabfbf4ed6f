package thalweg.figures;

import java.util.List;

/// What writes files of a format: a [Renderer] or an [AnimationRenderer]. They are found as services
/// ([java.util.ServiceLoader]), so that a figure depends on none and a program can add its own.
public interface Format {

  /// The endings of the files it writes, in small letters, without the dot.
  List<String> endings();
}
