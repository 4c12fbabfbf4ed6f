package thalweg.lab.doc;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import thalweg.lab.doc.Declaration.Kind;

/// Finds the public declarations of source files, with the parser of the Java compiler.
final class SourceParser extends TreePathScanner<Void, Void> {
  private final DocTrees trees;
  private final SourcePositions positions;
  private final List<Declaration> found = new ArrayList<>();
  private CompilationUnitTree unit;
  private PackedSources.File file;

  private SourceParser(DocTrees trees) {
    this.trees = trees;
    this.positions = trees.getSourcePositions();
  }

  /// The public declarations of `files`, and the formulas of operations, in their order.
  static List<Declaration> parse(List<PackedSources.File> files) {
    if (files.isEmpty()) {
      return List.of();
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<Source> sources = files.stream().map(Source::new).toList();
    Map<URI, PackedSources.File> byUri =
        sources.stream().collect(Collectors.toMap(Source::toUri, source -> source.file));
    var task = (JavacTask) compiler.getTask(null, null, _ -> {}, List.of("-proc:none"), null, sources);
    var parser = new SourceParser(DocTrees.instance(task));
    try {
      for (CompilationUnitTree unit : task.parse()) {
        parser.unit = unit;
        parser.file = byUri.get(unit.getSourceFile().toUri());
        parser.scan(unit, null);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return parser.found;
  }

  /// A file as the compiler takes it.
  private static final class Source extends SimpleJavaFileObject {
    private final PackedSources.File file;

    Source(PackedSources.File file) {
      super(URI.create("packed:///" + file.path()), JavaFileObject.Kind.SOURCE);
      this.file = file;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return file.text();
    }
  }

  @Override
  public Void visitClass(ClassTree type, Void unused) {
    if (!isPublic(type.getModifiers())) {
      return isOfFormulas(type) ? super.visitClass(type, unused) : null;
    }
    long end = bodyStart(type);
    List<String> types = type.getImplementsClause().stream().map(Tree::toString).toList();
    add(Kind.TYPE, type.getSimpleName().toString(), types, type.getModifiers(), end);
    return super.visitClass(type, unused);
  }

  @Override
  public Void visitMethod(MethodTree method, Void unused) {
    if (!isPublic(method.getModifiers()) || isGenerated(method)) {
      return null;
    }
    boolean constructor = method.getReturnType() == null;
    String name =
        constructor ? enclosing().getSimpleName().toString() : method.getName().toString();
    BlockTree body = method.getBody();
    long end = body == null ? end(method) - 1 : start(body);
    add(constructor ? Kind.CONSTRUCTOR : Kind.METHOD, name, permitted(), method.getModifiers(), end);
    return null;
  }

  @Override
  public Void visitVariable(VariableTree field, Void unused) {
    boolean member = getCurrentPath().getParentPath().getLeaf() instanceof ClassTree;
    if (member && isOfFormulas(enclosing()) && !field.getModifiers().getFlags().contains(Modifier.PRIVATE)) {
      add(Kind.FORMULA, field.getName().toString(), List.of(), field.getModifiers(), start(field.getInitializer()));
    } else if (member && isPublic(field.getModifiers())) {
      boolean listed = enclosing().getKind() == Tree.Kind.ENUM && field.getModifiers().getFlags().isEmpty();
      long end =
          listed || field.getInitializer() == null
              ? start(field) + field.getName().length()
              : start(field.getInitializer());
      add(Kind.CONSTANT, field.getName().toString(), permitted(), field.getModifiers(), end);
    }
    return null;
  }

  /// @param end where the signature ends and the body begins
  private void add(Kind kind, String name, List<String> types, ModifiersTree modifiers, long end) {
    TreePath path = getCurrentPath();
    int from = (int) start(path.getLeaf());
    String signature = file.text().substring(from, (int) end);
    found.add(
        new Declaration(
            kind,
            name,
            owner(),
            types,
            signature
                .replaceAll("(?m)^\\s*@\\w+(\\([^)]*\\))?\\s*", "")
                .replaceAll("(?m)^\\s*///.*\n", "")
                .replaceAll("\\s+", " ")
                .replace("( ", "(")
                .replaceAll("[\\s=;]+$", ""),
            Objects.requireNonNullElse(trees.getDocComment(path), "").stripIndent().strip(),
            modifiers.getAnnotations().stream().anyMatch(a -> a.toString().startsWith("@Override")),
            file.path(),
            (int) unit.getLineMap().getLineNumber(from),
            text(from, (int) end(path.getLeaf()))));
  }

  /// The lines of a declaration, as far left as they go.
  private String text(int from, int to) {
    String text = file.text();
    int line = text.lastIndexOf('\n', from) + 1;
    return (text.substring(line, from) + text.substring(from, to)).stripIndent();
  }

  private boolean isPublic(ModifiersTree modifiers) {
    boolean inInterface =
        getCurrentPath().getParentPath().getLeaf() instanceof ClassTree around
            && (around.getKind() == Tree.Kind.INTERFACE || around.getKind() == Tree.Kind.ANNOTATION_TYPE)
            && !modifiers.getFlags().contains(Modifier.PRIVATE);
    boolean constant =
        getCurrentPath().getLeaf() instanceof VariableTree
            && enclosing().getKind() == Tree.Kind.ENUM
            && modifiers.getFlags().isEmpty();
    return inInterface || constant || modifiers.getFlags().contains(Modifier.PUBLIC);
  }

  /// The class below `Activations` is `ActivationsOps`.
  private boolean isOfFormulas(ClassTree type) {
    String file = this.file.path();
    return type.getSimpleName().contentEquals(file.substring(file.lastIndexOf('/') + 1).replace(".java", "Ops"));
  }

  /// A compact constructor of a record repeats the record's own signature; the compiler adds others.
  private boolean isGenerated(MethodTree method) {
    boolean added = end(method) < 0 || start(method) == start(enclosing());
    boolean compact =
        method.getReturnType() == null
            && enclosing().getKind() == Tree.Kind.RECORD
            && !file.text().startsWith("(", afterName(method));
    return added || compact;
  }

  private int afterName(MethodTree method) {
    String name = enclosing().getSimpleName().toString();
    return file.text().indexOf(name, (int) start(method)) + name.length();
  }

  private ClassTree enclosing() {
    return (ClassTree) getCurrentPath().getParentPath().getLeaf();
  }

  private List<String> permitted() {
    return enclosing().getPermitsClause().stream().map(Tree::toString).toList();
  }

  private String owner() {
    var names = new ArrayList<String>();
    for (TreePath up = getCurrentPath().getParentPath(); up != null; up = up.getParentPath()) {
      if (up.getLeaf() instanceof ClassTree around) {
        names.addFirst(around.getSimpleName().toString());
      }
    }
    return String.join(".", names);
  }

  /// Where the brace of a class stands: the first one after all that its header names.
  private long bodyStart(ClassTree type) {
    long after = start(type);
    for (List<? extends Tree> part :
        List.of(type.getModifiers().getAnnotations(), type.getImplementsClause(), type.getPermitsClause())) {
      after = part.isEmpty() ? after : Math.max(after, end(part.getLast()));
    }
    return file.text().indexOf('{', (int) after);
  }

  private long start(Tree tree) {
    return positions.getStartPosition(unit, tree);
  }

  private long end(Tree tree) {
    return positions.getEndPosition(unit, tree);
  }
}
