package thalweg.figures.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// A language that pages, figures and lessons speak.
public enum Language {
  /// English.
  EN("en", "English"),
  /// Korean.
  KO("ko", "한국어"),
  /// Chinese, in simplified characters.
  ZH("zh", "中文");

  private final String code;
  private final String ownName;

  Language(String code, String ownName) {
    this.code = code;
    this.ownName = ownName;
  }

  /// Its code after BCP 47, as in `<html lang="ko">`.
  public String code() {
    return code;
  }

  /// What its speakers call it.
  public String ownName() {
    return ownName;
  }

  /// All codes.
  public static List<String> codes() {
    return Stream.of(values()).map(Language::code).toList();
  }

  /// The language of a code; what follows a hyphen, an underscore or a point is not looked at, so `ko_KR.UTF-8` is
  /// Korean.
  public static Optional<Language> of(String code) {
    String main = code.strip().toLowerCase(Locale.ROOT).split("[-_.]", 2)[0];
    return Stream.of(values()).filter(language -> language.code.equals(main)).findFirst();
  }
}
