/// Lessons that show gradient descent, the command line that runs them, and the conformance runner.
module thalweg.lab {
  requires transitive thalweg.core;
  requires transitive thalweg.figures;
  requires jdk.compiler;
  requires tools.jackson.databind;
  requires de.siegmar.fastcsv;

  exports thalweg.lab;
  exports thalweg.lab.lesson;
  exports thalweg.lab.verdict;
}
