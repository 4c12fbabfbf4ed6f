package thalweg.lab.conformance;

import java.util.ArrayList;
import java.util.List;
import thalweg.tensor.Tensor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Reads the fields of a JSON object; what is missing or of another type makes the case malformed.
record Fields(JsonNode object) {
  Fields {
    if (!object.isObject()) {
      throw new MalformedCaseException("a case is a JSON object, not " + object.getNodeType());
    }
  }

  /// True if the field is there and not null.
  boolean has(String name) {
    return object.hasNonNull(name);
  }

  JsonNode node(String name) {
    if (!has(name)) {
      throw new MalformedCaseException("the field '" + name + "' is missing");
    }
    return object.get(name);
  }

  String text(String name) {
    JsonNode node = node(name);
    if (!node.isString()) {
      throw wrong(name, "a string");
    }
    return node.stringValue();
  }

  double real(String name) {
    return TensorJson.real(node(name));
  }

  int integer(String name) {
    JsonNode node = node(name);
    if (!node.canConvertToInt() || !node.isIntegralNumber()) {
      throw wrong(name, "an integer");
    }
    return node.intValue();
  }

  boolean flag(String name) {
    JsonNode node = node(name);
    if (!node.isBoolean()) {
      throw wrong(name, "true or false");
    }
    return node.booleanValue();
  }

  int[] ints(String name) {
    return TensorJson.ints(node(name));
  }

  Fields object(String name) {
    return new Fields(node(name));
  }

  /// The arguments of a call; none where the field is missing.
  Arguments arguments() {
    return new Arguments(has("args") ? object("args") : new Fields(JsonNodeFactory.instance.objectNode()));
  }

  List<JsonNode> array(String name) {
    JsonNode node = node(name);
    if (!node.isArray()) {
      throw wrong(name, "an array");
    }
    return node.valueStream().toList();
  }

  List<Fields> objects(String name) {
    return array(name).stream().map(Fields::new).toList();
  }

  Tensor tensor(String name) {
    return TensorJson.read(node(name));
  }

  /// The tensors of an array; a null there stays a null.
  List<Tensor> tensors(String name) {
    var tensors = new ArrayList<Tensor>();
    for (JsonNode node : array(name)) {
      tensors.add(node.isNull() ? null : TensorJson.read(node));
    }
    return tensors;
  }

  double[] reals(String name) {
    return array(name).stream().mapToDouble(TensorJson::real).toArray();
  }

  List<String> strings(String name) {
    return array(name).stream().map(JsonNode::asString).toList();
  }

  /// The case's own tolerance, or the one of the format.
  Tolerance tolerance() {
    if (!has("tol")) {
      return Tolerance.DEFAULT;
    }
    Fields tol = object("tol");
    return new Tolerance.Relative(tol.real("rtol"), tol.real("atol"));
  }

  private static MalformedCaseException wrong(String name, String expected) {
    return new MalformedCaseException("the field '" + name + "' is not " + expected);
  }
}
