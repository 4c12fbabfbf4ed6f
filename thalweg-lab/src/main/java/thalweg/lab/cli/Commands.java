package thalweg.lab.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import thalweg.figures.text.Language;
import thalweg.lab.lesson.BadInputException;
import thalweg.lab.lesson.Nearest;

/// The commands by name. Each is made when it is asked for, so that the others cost nothing.
final class Commands {
  static final Option<Boolean> HELP = Option.flag("--help", "Show this help; -h for short.");
  static final Option<Boolean> DEBUG =
      Option.flag("--debug", "Show where in the program an error was noticed.");

  static final Option<Boolean> VERSION =
      Option.flag("--version", "Show the version, as 'thalweg version' does.");

  /// The reader's language; see [#language].
  static final Option<Optional<String>> LANG =
      Option.of(
          "--lang",
          "CODE",
          Type.TEXT,
          "The language of lessons, pages and figures: en, ko or zh; default: THALWEG_LANG, else en.");

  private static final String VARIABLE = "THALWEG_LANG";

  /// What every command takes.
  static final List<Option<?>> COMMON = List.of(LANG, HELP, DEBUG);

  /// What the program takes without a command.
  static final List<Option<?>> ALONE = List.of(LANG, HELP, VERSION, DEBUG);

  private static final Map<String, Supplier<Command>> COMMANDS = commands();

  private Commands() {}

  private static Map<String, Supplier<Command>> commands() {
    var commands = new LinkedHashMap<String, Supplier<Command>>();
    commands.put("lessons", LessonsCommand::new);
    commands.put("run", RunCommand::new);
    commands.put("graph", GraphCommand::new);
    commands.put("descent", DescentCommand::new);
    commands.put("compare", CompareCommand::new);
    commands.put("doc", DocCommand::new);
    commands.put("check", CheckCommand::new);
    commands.put("conformance", ConformanceCommand::new);
    commands.put("gallery", GalleryCommand::new);
    commands.put("version", VersionCommand::new);
    commands.put("help", HelpCommand::new);
    return commands;
  }

  /// The language that was asked for, else that of the environment, if one of them says so.
  ///
  /// @throws BadInputException for a language that there is not
  static Optional<Language> language(Arguments arguments) {
    Optional<String> option = arguments.get(LANG);
    String variable = Objects.requireNonNullElse(System.getenv(VARIABLE), "");
    return option.map(code -> language(LANG.name(), code))
        .or(() -> variable.isBlank() ? Optional.empty() : Optional.of(language(VARIABLE, variable)));
  }

  private static Language language(String where, String code) {
    return Language.of(code)
        .orElseThrow(() -> new BadInputException(
            "%s: there is no language '%s'; the choices are %s"
                .formatted(where, code, String.join(", ", Language.codes()))));
  }

  static Set<String> names() {
    return COMMANDS.keySet();
  }

  /// @throws BadInputException if there is none
  static Command named(String name) {
    Supplier<Command> command = COMMANDS.get(name);
    if (command == null) {
      throw new BadInputException("there is no command '%s'; %s".formatted(name, Nearest.suggest(name, names())));
    }
    return command.get();
  }
}
