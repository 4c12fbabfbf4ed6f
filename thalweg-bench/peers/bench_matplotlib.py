# usage: python3 bench_matplotlib.py W9 <threads> [reps]: the figures of FigureDrawing by matplotlib
import sys, time, os, io, tempfile, warnings; warnings.simplefilter("ignore")  # of deprecations
W = sys.argv[1]; REPS = int(sys.argv[3]) if len(sys.argv) > 3 else 3
import numpy as np, matplotlib; matplotlib.use("Agg")
import matplotlib.pyplot as plt
from matplotlib import animation
P = os.environ.get("PEER", "matplotlib-" + matplotlib.__version__)
def R(v, x): print(f"R\t{W}\t{P}\t{v}\t{x:.6g}\tms", flush=True)

rng = np.random.default_rng(0)
x = np.sort(rng.uniform(-2.5, 2.5, 100)); y = 2.5 + 4 * x + rng.uniform(-1, 1, 100)
loss = lambda a, b: ((y - a - b * x) ** 2).sum()
axis = -6 + .5 * np.arange(34); A, B = np.meshgrid(axis, axis, indexing="ij")
L = ((y - A[..., None] - B[..., None] * x) ** 2).sum(-1)
ways = [(-5., 10.)]
for _ in range(30):
    a, b = ways[-1]; d = y - a - b * x
    ways.append((a + .001 * 2 * d.sum(), b + .001 * 2 * (d * x).sum()))
ways = np.array(ways); heights = np.array([loss(a, b) for a, b in ways])

def space(axes):
    axes.plot_surface(A, B, L, color="blue", alpha=.1)
    axes.scatter(2.5, 4, loss(2.5, 4), s=200, marker="*", color="red", label="${\\bf W}=[2.5,4]'$")
    axes.scatter(*ways[0], heights[0], s=200, marker="*", color="blue")
    axes.set_xlabel("$w_0$"); axes.set_ylabel("$w_1$"); axes.view_init(30, 5); axes.dist = 8
    axes.set_xticks([-5, 0, 5, 10]); axes.set_yticks([-5, 0, 5, 10]); axes.legend()

def surface():
    fig = plt.figure(figsize=(5.5, 4.2)); axes = fig.add_subplot(projection="3d"); space(axes)
    axes.scatter(*ways[1:].T, heights[1:], s=5, color="blue")
    fig.savefig(io.BytesIO(), format="png", dpi=100); plt.close(fig)

def gif():
    fig = plt.figure(figsize=(7.5, 2.5)); left = fig.add_subplot(1, 2, 1); right = fig.add_subplot(1, 2, 2, projection="3d")
    left.plot(x, y, "o", label="$(x_i,y_i)$"); line, = left.plot(x, ways[0, 0] + ways[0, 1] * x, label="$(x_i,\\hat{y}_i)$")
    left.legend(); space(right)
    def frame(epoch):
        line.set_ydata(ways[epoch, 0] + ways[epoch, 1] * x)
        right.scatter(*ways[epoch], heights[epoch], color="grey")
        fig.suptitle(f"alpha = 0.001 / epoch = {epoch}")
    with tempfile.NamedTemporaryFile(suffix=".gif") as file:
        animation.FuncAnimation(fig, frame, frames=30).save(file.name, writer="pillow", fps=5, dpi=100)
    plt.close(fig)

fine = np.linspace(-2, 2, 100); F1, F2 = np.meshgrid(fine, fine, indexing="ij")
coarse = np.linspace(-1.9, 1.9, 20); C1, C2 = np.meshgrid(coarse, coarse, indexing="ij")
downs = []
for p in ((.5, -.5), (.55, -.45), (-1.8, 1.7)):
    way = [p]
    for _ in range(200):
        a, b = way[-1]; way.append((a + .02 * 2 * b * (1 - a * b), b + .02 * 2 * a * (1 - a * b)))
    downs.append(np.array(way))

def field():
    fig, axes = plt.subplots(figsize=(7, 5.5))
    filled = axes.contourf(F1, F2, np.log((1 - F1 * F2) ** 2 + .001), levels=100, cmap="coolwarm"); fig.colorbar(filled)
    U = 2 * C2 * (1 - C1 * C2); V = 2 * C1 * (1 - C1 * C2)
    axes.quiver(C1, C2, U, V, np.hypot(U, V), cmap="plasma")
    for way in downs: axes.plot(*way.T, lw=2); axes.plot(*way[0], "bo"); axes.plot(*way[-1], "rx")
    fig.savefig(io.BytesIO(), format="svg"); plt.close(fig)

for name, draw in (("loss surface png", surface), ("30-frame animation gif", gif), ("landscape svg", field)):
    draw()
    for r in range(REPS):
        t = time.perf_counter(); draw(); R(name, (time.perf_counter() - t) * 1e3)
