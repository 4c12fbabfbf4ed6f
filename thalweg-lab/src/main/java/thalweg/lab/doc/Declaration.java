package thalweg.lab.doc;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A public class, method, constructor or constant, or the formula of an operation, as its source declares it.
///
/// @param kind      what it is
/// @param name      its simple name; a constructor has that of its class
/// @param owner     the class around it, `Linear` or `Linear.Options`; empty for a class that stands alone
/// @param types     for a class the types it implements, for a member those its class permits: a family of
///                  operations permits `Tensor`, which has them all
/// @param signature from the modifiers to the body, on one line
/// @param comment   its `///` comment as Markdown, without the slashes; empty if it has none
/// @param overrides true for a method that says `@Override`: its documentation is that of the method above
/// @param origin    the file it stands in, `thalweg/nn/Linear.java`
/// @param line      the line in that file
/// @param source    its text, without the comment above it
record Declaration(
    Kind kind,
    String name,
    String owner,
    List<String> types,
    String signature,
    String comment,
    boolean overrides,
    String origin,
    int line,
    String source) {

  private static final Pattern ABOVE =
      Pattern.compile("\\b(?:extends|implements) ([\\w., ]+?)(?= implements | extends |$)");

  enum Kind {
    TYPE,
    CONSTRUCTOR,
    METHOD,
    CONSTANT,
    /// What a family of operations applies: below its interface in the file, and shown with its methods, though not public.
    FORMULA
  }

  Declaration {
    types = List.copyOf(types);
  }

  /// `Linear`, `Linear.Options`, `Activations.relu`.
  String qualified() {
    return owner.isEmpty() ? name : owner + "." + name;
  }

  /// `thalweg.nn`.
  String packageName() {
    return origin.substring(0, origin.lastIndexOf('/')).replace('/', '.');
  }

  /// True for what users can name.
  boolean isPublic() {
    return kind != Kind.FORMULA;
  }

  /// True for a member of a family of operations: the tensor has it.
  boolean isOnTensor() {
    return kind != Kind.TYPE && types.contains("Tensor");
  }

  boolean isStatic() {
    return signature.matches("(.* )?static .*");
  }

  /// The simple names of the types that a class or an interface extends and implements.
  List<String> above() {
    String plain = signature.replaceAll("permits .*$", "").replaceAll("\\([^()]*\\)", "");
    while (plain.contains("<")) {
      String shorter = plain.replaceAll("<[^<>]*>", "");
      if (shorter.equals(plain)) {
        break;
      }
      plain = shorter;
    }
    var found = new ArrayList<String>();
    Matcher clause = ABOVE.matcher(plain);
    while (clause.find()) {
      for (String name : clause.group(1).split(",")) {
        found.add(name.strip());
      }
    }
    return found;
  }

  /// The first paragraph of the comment.
  String summary() {
    return comment.strip().split("\n\\s*\n|\n@", 2)[0].strip();
  }
}
