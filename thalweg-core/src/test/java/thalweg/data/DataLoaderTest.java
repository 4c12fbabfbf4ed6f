package thalweg.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static thalweg.tensor.RandomTensors.manualSeed;
import static thalweg.tensor.RandomTensors.rand;
import static thalweg.tensor.Tensors.arange;
import static thalweg.tensor.Tensors.ones;
import static thalweg.tensor.Tensors.tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import thalweg.random.Seeds;
import thalweg.random.TorchGenerator;
import thalweg.tensor.ShapeException;
import thalweg.tensor.Tensor;

/// The orders and draws are those of PyTorch 1.13's loader, run with the same settings.
class DataLoaderTest {
  private static Dataset<Tensor> numbers(int n) {
    return Dataset.of(n, i -> tensor(i));
  }

  /// One pass, written as Python writes the lists.
  private static String pass(DataLoader<Tensor> loader) {
    var text = new StringBuilder();
    for (Tensor batch : loader) {
      text.append(text(batch));
    }
    return text.toString();
  }

  private static String text(Tensor batch) {
    return Arrays.toString(batch.toLongArray()).replace(" ", "");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 7})
  void anOrderIsPyTorchsWithAnyNumberOfWorkers(int workers) {
    manualSeed(2021);
    var loader =
        new DataLoader<>(numbers(10), DataLoader.batchSize(4).shuffle(true).workers(workers));
    assertThat(pass(loader)).isEqualTo("[6,5,1,7][4,3,0,9][2,8]");
    assertThat(pass(loader)).isEqualTo("[9,0,3,7][8,2,1,4][6,5]");
    assertThat(Seeds.torch().nextFloat()).isEqualTo(0.2942809462547302f);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2})
  void aGeneratorOfItsOwnLeavesTheDefaultOneAlone(int workers) {
    manualSeed(5);
    var generator = new TorchGenerator(2021);
    var options =
        DataLoader.batchSize(4).shuffle(true).generator(generator).workers(workers);
    var loader = new DataLoader<>(numbers(10), options);
    assertThat(pass(loader)).isEqualTo("[3,4,7,8][6,5,9,0][1,2]");
    assertThat(pass(loader)).isEqualTo("[5,3,8,1][2,9,4,0][6,7]");
    assertThat(generator.nextFloat()).isEqualTo(0.749183177947998f);
    assertThat(Seeds.torch().nextFloat()).isEqualTo(0.8302518725395203f);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2})
  void theUnfilledBatchCanBeDropped(int workers) {
    var generator = new TorchGenerator(2021);
    var options =
        DataLoader.batchSize(4).shuffle(true).dropLast(true).generator(generator).workers(workers);
    var loader = new DataLoader<>(numbers(10), options);
    assertThat(loader.size()).isEqualTo(2);
    assertThat(pass(loader)).isEqualTo("[3,4,7,8][6,5,9,0]");
    assertThat(generator.nextFloat()).isEqualTo(0.8049641251564026f);
    assertThat(pass(loader)).isEqualTo("[7,0,3,8][5,2,4,1]");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2})
  void afterFullBatchesTheGeneratorHasDrawnAsMuchAsPyTorchs(int workers) {
    var generator = new TorchGenerator(99);
    var options =
        DataLoader.batchSize(4).shuffle(true).generator(generator).workers(workers);
    var loader = new DataLoader<>(numbers(8), options);
    assertThat(pass(loader)).isEqualTo("[1,6,3,0][2,4,7,5]");
    assertThat(pass(loader)).isEqualTo("[5,1,2,3][4,6,0,7]");
    assertThat(generator.nextFloat()).isEqualTo(0.33281177282333374f);
  }

  /// Workers are given batches ahead, so they come sooner to the permutation that is drawn at the end.
  @Test
  void aPassLeftEarlyHasDrawnWhatPyTorchsHas() {
    assertThat(leftEarly(0)).containsExactly("[1,9] 0.41317272", "[9,16] 0.93141377", "[2,12] 0.5195768");
    assertThat(leftEarly(2)).containsExactly("[1,9] 0.41317272", "[9,16] 0.63606817", "[12,11] 0.29426354");
  }

  private static List<String> leftEarly(int workers) {
    var generator = new TorchGenerator(7);
    var loader =
        new DataLoader<>(
            numbers(20), DataLoader.batchSize(2).shuffle(true).generator(generator).workers(workers));
    var seen = new ArrayList<String>();
    for (int last : new int[] {0, 8, 5}) {
      int number = 0;
      for (Tensor batch : loader) {
        if (number++ == last) {
          seen.add(text(batch) + " " + generator.nextFloat());
          break;
        }
      }
    }
    return seen;
  }

  /// The draws of an item: its number, then NumPy's, CPython's and PyTorch's.
  private static final Dataset<double[]> DRAWS =
      Dataset.of(
          6,
          i ->
              new double[] {
                i, Seeds.numpy().nextDouble(), Seeds.python().random(), rand(1).item()
              });

  private static List<double[]> draws(DataLoader.Options options) {
    var loader = new DataLoader<List<double[]>>(DRAWS, options, items -> items);
    return StreamSupport.stream(loader.spliterator(), false).flatMap(List::stream).toList();
  }

  @Test
  void workersDrawWhatPyTorchsWorkersDraw() {
    var seeded =
        DataLoader.options()
            .workers(2)
            .generator(new TorchGenerator(2021))
            .workerInit(Seeds::seedWorker);
    assertThat(draws(seeded).toArray(double[][]::new))
        .isDeepEqualTo(
            new double[][] {
              {0, 0.25345718109685056, 0.059670235776101976, 0.8850374817848206},
              {1, 0.2624959520387885, 0.1351590247810942, 0.19896429777145386},
              {2, 0.9580491028135697, 0.5056962776264942, 0.9785808324813843},
              {3, 0.4924962650466945, 0.847839236144788, 0.7118528485298157},
              {4, 0.7212236606679396, 0.4074921797716291, 0.26056933403015137},
              {5, 0.08644231021006321, 0.8981577381809478, 0.07904380559921265}
            });
    assertThat(draws(seeded).getFirst()) // the next pass has another base seed
        .containsExactly(0, 0.23594958661458088, 0.10230364181714635, 0.40309345722198486);
  }

  @Test
  void workersWithoutInitAreSeededAsPyTorchSeedsThem() {
    var plain = DataLoader.batchSize(2).workers(2).generator(new TorchGenerator(2021));
    assertThat(draws(plain).toArray(double[][]::new))
        .isDeepEqualTo(
            new double[][] {
              {0, 0.3298422653181594, 0.4368572718661141, 0.8850374817848206},
              {1, 0.6301287560927757, 0.33466194011985273, 0.9785808324813843},
              {2, 0.6589580280209771, 0.7310230147595909, 0.19896429777145386},
              {3, 0.6596210846322283, 0.348739684538768, 0.7118528485298157},
              {4, 0.8946734514533379, 0.8941507332926424, 0.26056933403015137},
              {5, 0.09271732345828698, 0.48647660784379554, 0.3713877201080322}
            });
  }

  @Test
  void whicheverWorkerIsFasterTheOrderStays() {
    Dataset<Tensor> uneven =
        Dataset.of(
            40,
            i -> {
              pause(i % 4 == 0 ? 8 : 0);
              return rand(3);
            });
    assertThat(bits(uneven)).isEqualTo(bits(uneven));
  }

  private static List<List<Double>> bits(Dataset<Tensor> data) {
    var options = DataLoader.batchSize(2).workers(3).generator(new TorchGenerator(1));
    var all = new ArrayList<List<Double>>();
    new DataLoader<>(data, options)
        .forEach(batch -> all.add(Arrays.stream(batch.toDoubleArray()).boxed().toList()));
    return all;
  }

  private static void pause(int milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void workersWorkAtTheSameTimeAndNotInTheCallersThread() {
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    Dataset<Tensor> data =
        Dataset.of(
            8,
            i -> {
              threads.add(Thread.currentThread());
              return tensor(i);
            });
    new DataLoader<>(data, DataLoader.options().workers(2)).forEach(_ -> {});
    assertThat(threads).doesNotContain(Thread.currentThread()).hasSizeGreaterThan(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2})
  void anErrorNamesTheItemAndTheNextBatchesStillCome(int workers) {
    Dataset<Tensor> faulty = Dataset.of(6, i -> tensor(10 / (i - 3)));
    var pass = new DataLoader<>(faulty, DataLoader.batchSize(2).workers(workers)).iterator();
    assertThat(text(pass.next())).isEqualTo("[-3,-5]");
    assertThatThrownBy(pass::next)
        .isInstanceOf(DataLoaderException.class)
        .hasMessage("DataLoader: item 3: java.lang.ArithmeticException: / by zero")
        .hasCauseInstanceOf(ArithmeticException.class);
    assertThat(text(pass.next())).isEqualTo("[10,5]");
    assertThat(pass.hasNext()).isFalse();
  }

  @Test
  void errorsOfWorkerInitAndOfCollationAreNamed() {
    var init = DataLoader.options().workers(2).workerInit(k -> Integer.divideUnsigned(k, 0));
    assertThatThrownBy(() -> pass(new DataLoader<>(numbers(4), init)))
        .hasMessageContaining("workerInit(0)");
    Dataset<Tensor> ragged = Dataset.of(2, i -> ones(i + 1));
    assertThatThrownBy(() -> pass(new DataLoader<>(ragged, DataLoader.batchSize(2))))
        .isInstanceOf(DataLoaderException.class)
        .hasMessageContaining("batch of items [0, 1]")
        .hasCauseInstanceOf(ShapeException.class);
    assertThatThrownBy(() -> new DataLoader<>(Dataset.of(List.of("a"))).forEach(_ -> {}))
        .hasMessageContaining("java.lang.String")
        .hasMessageContaining("items -> …");
  }

  @Test
  void wrongSettingsAreRefused() {
    assertThatThrownBy(() -> DataLoader.batchSize(0)).hasMessageContaining("batchSize 0");
    assertThatThrownBy(() -> DataLoader.options().workers(-1)).hasMessageContaining("-1 workers");
    assertThatThrownBy(() -> new DataLoader<>(numbers(0), DataLoader.options().shuffle(true)))
        .hasMessageContaining("nothing to shuffle");
    assertThatThrownBy(() -> new TensorDataset(ones(3), ones(2, 2)))
        .isInstanceOf(ShapeException.class)
        .hasMessageContaining("[(3), (2, 2)]");
    assertThat(pass(new DataLoader<>(numbers(0)))).isEmpty();
  }

  @Test
  void tensorsAreStackedPlaceByPlace() {
    var data = new TensorDataset(arange(6).reshape(3, 2), arange(3));
    var batches = new ArrayList<List<Tensor>>();
    new DataLoader<>(data, DataLoader.batchSize(2)).forEach(batches::add);
    assertThat(batches).hasSize(2);
    assertThat(batches.getFirst().get(0).shape().tuple()).isEqualTo("(2, 2)");
    assertThat(batches.getLast().get(1).toLongArray()).containsExactly(2);
  }
}
