package thalweg.op;

import static thalweg.op.OpRow.Trait.GRADIENT;
import static thalweg.op.OpRow.Trait.INTEGERS;
import static thalweg.op.OpRow.Trait.POINTWISE;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import thalweg.op.OpRow.Input;
import thalweg.op.OpRow.Trait;
import thalweg.tensor.DType;
import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;

/// Every operation, one row each: what the sweeps of [OpSweepTest] and the values of [TorchValuesTest]
/// are about. A new operation is a new row.
final class OpTable {
  private static final List<OpRow> ROWS = new ArrayList<>();

  private OpTable() {}

  static List<OpRow> rows() {
    return ROWS;
  }

  static List<OpRow> rows(Trait... traits) {
    return ROWS.stream().filter(row -> row.traits().containsAll(List.of(traits))).toList();
  }

  static Map<String, OpRow> byName() {
    return ROWS.stream().collect(Collectors.toMap(OpRow::name, row -> row));
  }

  private static void add(
      String name, List<Input> inputs, Set<Trait> traits, Function<List<Tensor>, Tensor> f) {
    ROWS.add(new OpRow(name, f, inputs, traits));
  }

  private static void unary(String name, double low, double high, UnaryOperator<Tensor> f) {
    add(name, List.of(in(low, high)), Set.of(POINTWISE, GRADIENT), x -> f.apply(x.getFirst()));
  }

  /// Also for integers.
  private static void plain(String name, double low, double high, UnaryOperator<Tensor> f) {
    var traits = Set.of(POINTWISE, GRADIENT, INTEGERS);
    add(name, List.of(in(low, high)), traits, x -> f.apply(x.getFirst()));
  }

  private static void binary(String name, Input a, Input b, BinaryOperator<Tensor> f) {
    var traits = Set.of(POINTWISE, GRADIENT, INTEGERS);
    add(name, List.of(a, b), traits, x -> f.apply(x.getFirst(), x.getLast()));
  }

  private static void question(String name, BinaryOperator<Tensor> f) {
    List<Input> inputs = List.of(in(-3, 3), in(-2, 4));
    add(name, inputs, Set.of(POINTWISE, INTEGERS), x -> f.apply(x.getFirst(), x.getLast()));
  }

  /// A matrix (3, 4) to anything, integers too.
  private static void matrix(String name, UnaryOperator<Tensor> f) {
    add(name, List.of(in(-2, 2, 3, 4)), Set.of(GRADIENT, INTEGERS), x -> f.apply(x.getFirst()));
  }

  /// A floating matrix (3, 4) to anything.
  private static void real(String name, UnaryOperator<Tensor> f) {
    add(name, List.of(in(-2, 2, 3, 4)), Set.of(GRADIENT), x -> f.apply(x.getFirst()));
  }

  /// A matrix (3, 4) to anything that takes no gradient.
  private static void answer(String name, UnaryOperator<Tensor> f) {
    add(name, List.of(in(-2, 2, 3, 4)), Set.of(INTEGERS), x -> f.apply(x.getFirst()));
  }

  private static void joined(String name, Function<List<Tensor>, Tensor> f, Input... inputs) {
    add(name, List.of(inputs), Set.of(GRADIENT, INTEGERS), f);
  }

  private static Input in(double low, double high, int... shape) {
    return new Input(low, high, shape.length == 0 ? new int[] {2, 3} : shape);
  }

  private static int[] d(int... dims) {
    return dims;
  }

  private static Tensor mask() {
    return Tensors.tensor(new boolean[][] {
      {true, false, true, false}, {false, false, true, true}, {true, true, true, false}
    });
  }

  static {
    ROWS.addAll(NetworkRows.rows());
    ROWS.addAll(MovingRows.rows());
    ROWS.addAll(LinalgRows.rows());
    arithmetic();
    withNumbers();
    functions();
    activations();
    questions();
    reductions();
    orders();
    views();
    picks();
    joins();
    products();
    inPlace();
  }

  private static void arithmetic() {
    Input any = in(-3, 3);
    Input other = in(-2.2, 4.1);
    Input positive = in(0.5, 4);
    binary("add", any, other, Tensor::add);
    binary("sub", any, other, Tensor::sub);
    binary("mul", any, other, Tensor::mul);
    binary("div", any, in(1, 4), Tensor::div);
    binary("div floor", any, in(1, 4), (x, y) -> x.div(y, Arithmetic.Rounding.FLOOR));
    binary("div trunc", any, in(1, 4), (x, y) -> x.div(y, Arithmetic.Rounding.TRUNC));
    binary("remainder", any, in(1, 4), Tensor::remainder);
    binary("fmod", any, in(1, 4), Tensor::fmod);
    binary("pow", positive, other, Tensor::pow);
    binary("atan2", any, other, Tensor::atan2);
    binary("maximum", any, other, Tensor::maximum);
    binary("minimum", any, other, Tensor::minimum);
    add(
        "addcmul",
        List.of(any, other, in(-1, 2)),
        Set.of(GRADIENT),
        x -> x.get(0).addcmul(x.get(1), x.get(2), 0.7));
    add(
        "addcdiv",
        List.of(any, other, in(1, 2)),
        Set.of(GRADIENT),
        x -> x.get(0).addcdiv(x.get(1), x.get(2), -0.7));
    joined(
        "broadcast",
        x -> x.get(0).mul(x.get(1)).sub(x.get(2)),
        in(-1, 1, 3, 1),
        in(1, 2, 4),
        in(0, 1, 2, 1, 1));
  }

  private static void withNumbers() {
    plain("add 2.5", -3, 3, x -> x.add(2.5));
    plain("sub 2", -3, 3, x -> x.sub(2));
    plain("rsub 2", -3, 3, x -> x.rsub(2));
    plain("mul -3", -3, 3, x -> x.mul(-3));
    plain("div 4", -3, 3, x -> x.div(4));
    plain("pow 2", -3, 3, x -> x.pow(2));
    plain("pow 3", -3, 3, x -> x.pow(3));
    plain("pow 0", -3, 3, x -> x.pow(0));
    unary("pow -1", 0.5, 3, x -> x.pow(-1));
    unary("pow 0.5", 0.5, 3, x -> x.pow(0.5));
    unary("pow -0.5", 0.5, 3, x -> x.pow(-0.5));
    unary("pow 2.5", 0.5, 3, x -> x.pow(2.5));
    plain("remainder 2", -5, 5, x -> x.remainder(2));
    plain("fmod 2", -5, 5, x -> x.fmod(2));
    plain("clamp", -3, 3, x -> x.clamp(-1, 2));
    plain("clampMin", -3, 3, x -> x.clampMin(0.5));
    plain("clampMax", -3, 3, x -> x.clampMax(0.5));
    plain("neg", -3, 3, Tensor::neg);
    plain("abs", -3, 3, Tensor::abs);
    plain("sign", -3, 3, Tensor::sign);
    plain("square", -3, 3, Tensor::square);
    unary("reciprocal", 0.5, 3, Tensor::reciprocal);
  }

  private static void functions() {
    plain("exp", -3, 3, Tensor::exp);
    plain("expm1", -3, 3, Tensor::expm1);
    unary("log", 0.1, 5, Tensor::log);
    unary("log1p", -0.9, 5, Tensor::log1p);
    unary("log2", 0.1, 5, Tensor::log2);
    unary("log10", 0.1, 5, Tensor::log10);
    unary("sqrt", 0.1, 5, Tensor::sqrt);
    unary("rsqrt", 0.1, 5, Tensor::rsqrt);
    plain("sin", -4, 4, Tensor::sin);
    plain("cos", -4, 4, Tensor::cos);
    unary("tan", -1.4, 1.4, Tensor::tan);
    unary("asin", -0.9, 0.9, Tensor::asin);
    unary("acos", -0.9, 0.9, Tensor::acos);
    plain("atan", -4, 4, Tensor::atan);
    plain("sinh", -3, 3, Tensor::sinh);
    plain("cosh", -3, 3, Tensor::cosh);
    plain("tanh", -3, 3, Tensor::tanh);
    plain("sigmoid", -4, 4, Tensor::sigmoid);
    plain("erf", -3, 3, Tensor::erf);
    plain("floor", -4, 4, Tensor::floor);
    plain("ceil", -4, 4, Tensor::ceil);
    plain("round", -4, 4, Tensor::round);
    unary("round 1", -4, 4, x -> x.round(1));
    unary("round -1", -40, 40, x -> x.round(-1));
    plain("trunc", -4, 4, Tensor::trunc);
    unary("frac", -4, 4, Tensor::frac);
  }

  private static void activations() {
    plain("relu", -3, 3, Tensor::relu);
    unary("leakyRelu", -3, 3, Tensor::leakyRelu);
    unary("leakyRelu 0.2", -3, 3, x -> x.leakyRelu(0.2));
    unary("elu", -3, 3, Tensor::elu);
    unary("elu 0.5", -3, 3, x -> x.elu(0.5));
    unary("softplus", -3, 3, Tensor::softplus);
    unary("softplus 2 1", -3, 3, x -> x.softplus(2, 1));
    unary("gelu", -3, 3, Tensor::gelu);
    unary("gelu tanh", -3, 3, x -> x.gelu(Activations.Approximate.TANH));
    unary("silu", -3, 3, Tensor::silu);
    unary("softsign", -3, 3, Tensor::softsign);
    unary("logsigmoid", -3, 3, Tensor::logsigmoid);
    plain("hardtanh", -3, 3, Tensor::hardtanh);
    plain("relu6", -3, 9, Tensor::relu6);
  }

  private static void questions() {
    question("eq", Tensor::eq);
    question("ne", Tensor::ne);
    question("lt", Tensor::lt);
    question("le", Tensor::le);
    question("gt", Tensor::gt);
    question("ge", Tensor::ge);
    question("logicalAnd", Tensor::logicalAnd);
    question("logicalOr", Tensor::logicalOr);
    question("logicalXor", Tensor::logicalXor);
    answer("logicalNot", Tensor::logicalNot);
    answer("isnan", Tensor::isnan);
    answer("isinf", Tensor::isinf);
    answer("isfinite", Tensor::isfinite);
  }

  private static void reductions() {
    matrix("sum", Tensor::sum);
    matrix("sum 1", x -> x.sum(1));
    matrix("sum 0 1 keepdim", x -> x.sum(d(0, 1), true));
    real("mean", Tensor::mean);
    real("mean 0", x -> x.mean(0));
    real("var", Tensor::var);
    real("var 1 biased", x -> x.var(d(1), false, true));
    real("std", Tensor::std);
    real("std 0", x -> x.std(d(0), true, false));
    real("logsumexp 1", x -> x.logsumexp(d(1), false));
    matrix("prod", Tensor::prod);
    matrix("prod 1", x -> x.prod(1, false));
    matrix("max", Tensor::max);
    matrix("min", Tensor::min);
    matrix("amax 1", x -> x.amax(d(1), false));
    matrix("amin 0", x -> x.amin(d(0), true));
    matrix("max 1", x -> x.max(1, false).values());
    matrix("min 0", x -> x.min(0, true).values());
    answer("max 1 indices", x -> x.max(1, false).indices());
    answer("min 0 indices", x -> x.min(0, false).indices());
    answer("argmax", Tensor::argmax);
    answer("argmin 1", x -> x.argmin(1, false));
    answer("all", Tensor::all);
    answer("any 0", x -> x.any(d(0), true));
    real("norm", Tensor::norm);
    real("norm 1", x -> x.norm(1));
    real("norm 3", x -> x.norm(3));
    real("norm inf", x -> x.norm(Double.POSITIVE_INFINITY));
    for (String p : List.of("2", "1", "3", "0.5", "1.5", "0", "-1", "inf", "-inf")) {
      double power = Double.parseDouble(p.replace("inf", "Infinity"));
      real("norm " + p + " 1", x -> x.norm(power, d(1), false));
    }
    real("norm 3 0 1 keepdim", x -> x.norm(3, d(0, 1), true));
  }

  private static void orders() {
    matrix("sort", x -> x.sort().values());
    matrix("sort 0 descending", x -> x.sort(0, true).values());
    answer("sort indices", x -> x.sort().indices());
    answer("argsort 0", x -> x.argsort(0, false));
    matrix("topk 2", x -> x.topk(2).values());
    matrix("topk 2 smallest", x -> x.topk(2, 0, false).values());
    matrix("median", Tensor::median);
    matrix("median 1", x -> x.median(1, false).values());
    answer("median 1 indices", x -> x.median(1, false).indices());
    matrix("nanmedian", Tensor::nanmedian);
    matrix("nanmedian 0", x -> x.nanmedian(0, true).values());
    matrix("kthvalue 2", x -> x.kthvalue(2, -1, false).values());
    answer("unique", Tensor::unique);
    matrix("cumsum 1", x -> x.cumsum(1));
    matrix("cumprod 0", x -> x.cumprod(0));
    matrix("flip", x -> x.flip(0, 1));
    matrix("roll", x -> x.roll(1, 1));
    matrix("repeat", x -> x.repeat(2, 1, 2));
    matrix("tril", x -> x.tril(0));
    matrix("triu 1", x -> x.triu(1));
    matrix("diag", x -> x.diag(1));
    matrix("diag of vector", x -> x.select(0, 1).diag(-1));
    matrix("pad", x -> x.pad(d(1, 2, 0, 1), 7));
  }

  private static void views() {
    matrix("reshape", x -> x.reshape(2, -1));
    matrix("reshape of transposed", x -> x.t().reshape(12));
    matrix("flatten", Tensor::flatten);
    matrix("T", Tensor::T);
    matrix("transpose", x -> x.transpose(0, -1));
    matrix("permute", x -> x.unsqueeze(1).permute(2, 0, 1));
    matrix("squeeze", x -> x.unsqueeze(0).squeeze());
    matrix("select", x -> x.select(1, -1));
    matrix("narrow", x -> x.narrow(1, 1, 2));
    matrix("slice", x -> x.slice(1, 0, 4, 2));
    matrix("diagonal", x -> x.diagonal(1, 0, 1));
    matrix("unbind", x -> x.unbind(0).get(2));
    matrix("split", x -> x.split(3, 1).get(1));
    matrix("split sizes", x -> x.split(d(1, 0, 3), 1).get(2));
    matrix("chunk", x -> x.chunk(2, 1).get(0));
    matrix("expand", x -> x.unsqueeze(1).expand(-1, 2, -1));
    matrix("clone", Tensor::clone);
    matrix("to float64", x -> x.to(DType.FLOAT64));
    matrix("chain of views", x -> x.t().slice(0, 1, 4).unsqueeze(0).expand(2, 3, 3).select(2, 1));
  }

  private static void picks() {
    matrix("index", x -> x.index(2, 0, 0, -1));
    matrix("index tensor", x -> x.index(Tensors.tensor(new int[][] {{1, 0}, {2, -1}})));
    matrix("index mask", x -> x.index(mask()));
    matrix("index row mask", x -> x.index(Tensors.tensor(true, false, true)));
    matrix("index lists", x -> x.index(List.of(Tensors.tensor(0, 2), Tensors.tensor(-1, 1))));
    matrix("indexSelect", x -> x.indexSelect(1, Tensors.tensor(3, 0, 3)));
    matrix("gather", x -> x.gather(1, Tensors.tensor(new int[][] {{0, 2}, {1, 1}, {3, 0}})));
    joined(
        "scatterAdd",
        x -> x.get(0).scatterAdd(0, Tensors.tensor(new int[][] {{1, 0}, {1, 1}}), x.get(1)),
        in(-1, 1, 2, 3),
        in(-1, 1, 2, 3));
    matrix("maskedSelect", x -> x.maskedSelect(mask()));
    matrix("maskedFill", x -> x.maskedFill(mask(), 5));
    joined("where", x -> Tensors.where(mask(), x.get(0), x.get(1)), in(-1, 1, 3, 4), in(2, 3, 4));
    answer("nonzero", Tensor::nonzero);
  }

  private static void joins() {
    Input a = in(-1, 1);
    Input b = in(2, 3);
    joined("cat", x -> Tensors.cat(1, x.get(0), x.get(1)), a, b);
    joined("stack", x -> Tensors.stack(-1, x.get(0), x.get(1)), a, b);
    joined("vstack", x -> Tensors.vstack(x.get(0), x.get(1)), in(0, 1, 3), a);
    joined("hstack", x -> Tensors.hstack(x.get(0), x.get(1)), a, b);
    joined(
        "meshgrid",
        x -> {
          List<Tensor> grids = Tensors.meshgrid(x.get(0), x.get(1));
          return grids.get(0).mul(grids.get(1));
        },
        in(0, 1, 3),
        in(0, 1, 2));
  }

  private static void products() {
    Input v = in(-1, 1, 3);
    Input w = in(-2, 2, 3);
    Input m = in(-1, 1, 2, 3);
    Input n = in(-2, 2, 3, 4);
    Input batch = in(-1, 1, 2, 2, 3);
    Input others = in(-2, 2, 2, 3, 2);
    pair("dot", v, w, Tensor::dot);
    pair("outer", v, w, Tensor::outer);
    pair("mv", m, v, Tensor::mv);
    pair("mm", m, n, Tensor::mm);
    pair("bmm", batch, others, Tensor::bmm);
    pair("matmul 1 1", v, w, Tensor::matmul);
    pair("matmul 1 2", v, n, Tensor::matmul);
    pair("matmul 2 1", m, v, Tensor::matmul);
    pair("matmul 2 2", m, n, Tensor::matmul);
    pair("matmul 3 1", batch, v, Tensor::matmul);
    pair("matmul 3 2", batch, n, Tensor::matmul);
    pair("matmul 1 3", v, others, Tensor::matmul);
    pair("matmul 2 3", m, others, Tensor::matmul);
    pair("matmul 3 3", batch, others, Tensor::matmul);
    pair("matmul 4 3", in(-1, 1, 2, 1, 2, 3), others, Tensor::matmul);
    joined("addmm", x -> x.get(0).addmm(x.get(1), x.get(2)), in(0, 1, 4), m, n);
    Input weight = in(-1, 1, 2, 3);
    Input bias = in(3, 4, 2);
    joined("linear 1", x -> x.get(0).linear(x.get(1), x.get(2)), v, weight, bias);
    joined("linear 2", x -> x.get(0).linear(x.get(1), x.get(2)), m, weight, bias);
    joined("linear 3", x -> x.get(0).linear(x.get(1), x.get(2)), batch, weight, bias);
    joined("linear 3 no bias", x -> x.get(0).linear(x.get(1), null), batch, weight);
    add("trace", List.of(n), Set.of(GRADIENT, INTEGERS), x -> x.getFirst().trace());
  }

  private static void pair(String name, Input a, Input b, BinaryOperator<Tensor> f) {
    joined(name, x -> f.apply(x.get(0), x.get(1)), a, b);
  }

  private static void inPlace() {
    matrix("add_", x -> x.clone().add_(x));
    matrix("sub_ 1", x -> x.clone().sub_(1));
    matrix("mul_", x -> x.clone().mul_(x));
    matrix("pow_ 2", x -> x.clone().pow_(2));
    matrix("neg_", x -> x.clone().neg_());
    matrix("relu_", x -> x.clone().relu_());
    matrix("clamp_", x -> x.clone().clamp_(-1, 1));
    matrix("zero_", x -> x.clone().zero_());
    matrix("fill_", x -> x.clone().fill_(3));
    matrix("copy_", x -> Tensors.zerosLike(x).copy_(x.select(0, 1)));
    matrix("maskedFill_", x -> x.clone().maskedFill_(mask(), 3));
    real("addcmul_", x -> x.clone().addcmul_(x, x.sin(), 2));
    real("addcdiv_", x -> x.clone().addcdiv_(x, x.square().add(1), 2));
    real("mulAdd_", x -> x.clone().mulAdd_(0.5, x.sin(), 2));
    real("mulAddSquare_", x -> x.clone().mulAddSquare_(0.5, x.sin(), 2));
    real("div_", x -> x.clone().div_(x.square().add(1)));
    real("exp_", x -> x.clone().exp_());
    real("tanh_", x -> x.clone().tanh_());
    real("sigmoid_", x -> x.clone().sigmoid_());
  }
}
