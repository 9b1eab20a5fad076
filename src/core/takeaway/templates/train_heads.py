#:header
"""Two heads on one frozen base, without and with dropout: an experiment made with Transfer Lab, as a Keras script."""
#:end

import argparse
import csv
import os
from pathlib import Path

os.environ.setdefault("KERAS_BACKEND", "tensorflow")

import keras
import numpy as np
import tensorflow as tf
from PIL import Image, ImageOps
from scipy import stats

#:settings
SEED = 1
SEEDS = 5
EPOCHS = 60
DROPOUT = 0.5
LEARNING_RATE = 0.003
BATCH = 16
PER_CLASS = 0
WRONG_LABELS = 0.0
TRAINING_SHARE = 0.7
COPIES = 0
ROTATION = 15
POOLING = "average"
ARCHITECTURE = "MobileNetV3Large"
ALPHA = 0.75
LAYERS = ["expanded_conv_14_add"]
#:end

SEED_SPACE = 20  # So that what is drawn here is not what another generator draws from the same seed.
SIDE = 224  # Width and height of the pictures that the base is shown, in pixels.
SUFFIXES = {".png", ".jpg", ".jpeg", ".webp", ".gif", ".bmp"}
SIDES = {
    "train": "training",
    "training": "training",
    "validation": "validation",
    "valid": "validation",
    "val": "validation",
}


# ---------------------------------------------------------------- The head


#:head
def build_head(features, classes, rate):
    """The head of one arm. Both arms have the same layers: a rate of 0 is a value, not another structure."""
    return keras.Sequential(
        [
            keras.Input(shape=(features,), name="features"),
            keras.layers.Dropout(rate, name="drop_features"),
            keras.layers.Dense(classes, activation="softmax", name="answer"),
        ]
    )
#:end


def compiled(head):
    """Adam with Keras' own defaults, written out. The L2 penalty belongs to the layers and is added by itself."""
    head.compile(
        optimizer=keras.optimizers.Adam(learning_rate=LEARNING_RATE, beta_1=0.9, beta_2=0.999, epsilon=1e-7),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
        jit_compile=False,
    )
    return head


# ---------------------------------------------------------------- Pictures


def find_pictures(data):
    """All pictures under a folder: paths, class numbers, class names, and sides where folders give them (else None).

    Either `data/CLASS/*.jpg`, or `data/train/CLASS/*.jpg` and `data/validation/CLASS/*.jpg`.
    """
    folders = sorted(path for path in Path(data).iterdir() if path.is_dir())
    sided = {path: SIDES[path.name.lower()] for path in folders if path.name.lower() in SIDES}
    has_sides = set(sided.values()) == {"training", "validation"}
    places = [(place, side) for place, side in sided.items()] if has_sides else [(Path(data), None)]
    found = []
    for place, side in places:
        for own in sorted(path for path in place.iterdir() if path.is_dir()):
            for path in sorted(own.rglob("*")):
                if path.suffix.lower() in SUFFIXES and not path.name.startswith("."):
                    found.append((path, own.name, side))
    names = sorted({name for _, name, _ in found})
    if len(names) < 2:
        raise SystemExit(f"{data} needs at least two folders with pictures, one for each class.")
    print(f"{len(found)} pictures of {len(names)} classes: {', '.join(names)}")
    labels = np.array([names.index(name) for _, name, _ in found])
    sides = np.array([side for _, _, side in found]) if has_sides else None
    return [path for path, _, _ in found], labels, names, sides


def read_picture(path):
    """Upright, the middle square, on white, SIDE x SIDE: uint8 [SIDE, SIDE, 3]."""
    with Image.open(path) as file:
        upright = ImageOps.exif_transpose(file).convert("RGBA")
    side = min(upright.size)
    left, top = (upright.width - side) // 2, (upright.height - side) // 2
    square = upright.crop((left, top, left + side, top + side))
    on_white = Image.alpha_composite(Image.new("RGBA", square.size, "white"), square)
    return np.asarray(on_white.convert("RGB").resize((SIDE, SIDE), Image.Resampling.BILINEAR))


def altered(pixels, row, copy):
    """A copy to learn from besides: odd ones flipped, all turned; the corners are filled by reflection."""
    angle = np.random.default_rng([row, copy]).uniform(-ROTATION, ROTATION)
    flipped = pixels[:, ::-1] if copy % 2 == 1 else pixels
    padded = np.pad(flipped, ((SIDE, SIDE), (SIDE, SIDE), (0, 0)), mode="symmetric")
    turned = Image.fromarray(padded).rotate(angle, Image.Resampling.BILINEAR)
    return np.asarray(turned)[SIDE : 2 * SIDE, SIDE : 2 * SIDE]


# ---------------------------------------------------------------- The frozen base


def build_base(weights):
    """The frozen base, cut and pooled: pictures [B, SIDE, SIDE, 3] with values 0 to 255 -> features [B, D]."""
    base = getattr(keras.applications, ARCHITECTURE)(
        input_shape=(SIDE, SIDE, 3),
        include_top=False,
        alpha=ALPHA,
        weights=None if weights == "none" else weights,
    )
    if weights == "none":
        unlearn(base)
    base.trainable = False
    picture = keras.Input(shape=(SIDE, SIDE, 3))
    maps = keras.Model(base.input, [base.get_layer(name).output if name else base.output for name in LAYERS])
    # MobileNetV3 takes 0 to 255 and scales it by itself; the older ones were trained with -1 to 1.
    scales_itself = ARCHITECTURE.startswith("MobileNetV3")
    scaled = picture if scales_itself else keras.layers.Rescaling(1 / 127.5, offset=-1)(picture)
    pool = {
        "average": keras.layers.GlobalAveragePooling2D,
        "max": keras.layers.GlobalMaxPooling2D,
        "flatten": keras.layers.Flatten,
    }[POOLING]
    outputs = maps(scaled, training=False)
    pooled = [pool()(output) for output in (outputs if isinstance(outputs, (list, tuple)) else [outputs])]
    return keras.Model(picture, keras.layers.concatenate(pooled) if len(pooled) > 1 else pooled[0])


def unlearn(base):
    """He normal kernels (He et al. 2015), which keep signals as large as they come: the base has never been trained."""
    rng = np.random.default_rng([SEED_SPACE + 2, SEED])
    for layer in base.layers:
        for weight in layer.trainable_weights:
            if weight.name.endswith("kernel"):
                inputs = np.prod(weight.shape[:2] if "depthwise" in layer.name else weight.shape[:-1])
                weight.assign(rng.normal(scale=np.sqrt(2 / inputs), size=weight.shape))


def compute_features(base, paths):
    """Features [N, 1 + COPIES, D] of each picture and its altered copies, once: the base does not change."""
    features = []
    for start in range(0, len(paths), 32):
        pictures = [read_picture(path) for path in paths[start : start + 32]]
        shown = [
            version
            for i, pixels in enumerate(pictures)
            for version in [pixels] + [altered(pixels, start + i, copy) for copy in range(1, COPIES + 1)]
        ]
        features.append(base.predict(np.stack(shown).astype("float32"), batch_size=32, verbose=0))
        print(f"\rfeatures: {min(start + 32, len(paths))} of {len(paths)} pictures", end="", flush=True)
    print()
    return np.concatenate(features).reshape(len(paths), 1 + COPIES, -1)


# ---------------------------------------------------------------- What a seed draws


def share_of(share, count):
    return int(share * count + 0.5)


def draw(seed, labels, classes, sides):
    """Training rows, validation rows and the labels that training is given. Both arms of a seed use the very same."""
    rng = np.random.default_rng([SEED_SPACE, seed])
    given = labels.copy()
    training, validation = [], []
    for label in range(classes):
        own = rng.permutation(np.flatnonzero(labels == label))
        if sides is None:
            cut = min(max(share_of(TRAINING_SHARE, len(own)), 1), len(own) - 1)
            learned, watched = own[:cut], own[cut:]
        else:
            learned, watched = own[sides[own] == "training"], own[sides[own] == "validation"]
        if len(learned) == 0 or len(watched) == 0:
            raise SystemExit(f"Class {label + 1} needs at least one training and one validation picture.")
        if PER_CLASS > 0:
            learned = learned[:PER_CLASS]
        for row in rng.permutation(learned)[: share_of(WRONG_LABELS, len(learned))]:
            given[row] = rng.choice([other for other in range(classes) if other != label])
        training.extend(learned)
        validation.extend(watched)
    return np.sort(training), np.sort(validation), given


def standardiser(x):
    """Mean and variance [D] of what is learned from; a feature that is constant there is only shifted."""
    mean, variance = x.mean(axis=0, dtype="float64"), x.var(axis=0, dtype="float64")
    constant = np.sqrt(variance) <= 1e-6 * np.maximum(1, np.abs(mean))
    return mean, np.where(constant, 1.0, variance)


# ---------------------------------------------------------------- Training


def score(head, x, labels):
    """Loss (cross-entropy alone) and accuracy, dropout off."""
    probabilities = keras.ops.convert_to_numpy(head(x, training=False)).astype("float64")
    right = probabilities[np.arange(len(labels)), labels]
    return float(-np.log(np.maximum(right, 1e-7)).mean()), float((probabilities.argmax(axis=1) == labels).mean())


def train_pair(strategy, seed, features, labels, classes, sides, arms, epochs):
    """Both arms of one seed: same pictures, initial weights and batches; only the dropout rate differs."""
    training, validation, given = draw(seed, labels, classes, sides)
    dimension = features.shape[-1]
    x = features[training].reshape(-1, dimension)  # The pictures and their copies.
    y = np.repeat(given[training], features.shape[1])
    mean, variance = standardiser(x)

    keras.utils.set_random_seed(seed)
    with strategy.scope():
        heads = [compiled(build_head(dimension, classes, rate)) for _, rate in arms]
    for head in heads:
        head.set_weights(heads[0].get_weights())
        head.get_layer("standardise").set_weights([mean, variance])

    rows = []
    for head, (arm, rate) in zip(heads, arms):
        # The same order for both arms. Masks are drawn afresh at every step by the dropout layers themselves.
        orders = np.random.default_rng([SEED_SPACE + 1, seed])
        for epoch in range(1, epochs + 1):
            order = orders.permutation(len(x))
            head.fit(x[order], y[order], batch_size=BATCH, epochs=1, shuffle=False, verbose=0)
            # Afterwards and with dropout off on both sides: `fit` itself reports the accuracy with dropout on.
            train_loss, train_accuracy = score(head, features[training, 0], given[training])
            validation_loss, validation_accuracy = score(head, features[validation, 0], labels[validation])
            rows.append([arm, rate, seed, epoch, train_loss, train_accuracy, validation_loss, validation_accuracy])
    return rows


# ---------------------------------------------------------------- What came out

COLUMNS = [
    "arm",
    "dropoutRate",
    "seed",
    "epoch",
    "trainLoss",
    "trainAccuracy",
    "validationLoss",
    "validationAccuracy",
]


def interval(differences):
    """Mean and 95 % t interval of paired differences; no interval for a single pair."""
    count = len(differences)
    mean = float(np.mean(differences))
    if count < 2:
        return mean, None
    half = stats.t.ppf(0.975, count - 1) * float(np.std(differences, ddof=1)) / np.sqrt(count)
    return mean, (mean - half, mean + half)


def report(rows, arms, epochs, seeds):
    last = [np.array([row[-1] for row in rows if row[0] == arm and row[3] == epochs]) for arm, _ in arms]
    print(f"\nValidation accuracy after {epochs} epochs, mean of {seeds} seeds:")
    for (arm, rate), accuracies in zip(arms, last):
        print(f"  {arm} (rate {rate:g}): {100 * accuracies.mean():.1f} %")
    mean, range_ = interval(last[1] - last[0])
    if range_ is None:
        print(f"  difference {100 * mean:+.1f} points. One pair of runs proves nothing: use more seeds.")
        return
    low, high = range_
    print(f"  difference {100 * mean:+.1f} points, 95 % interval {100 * low:+.1f} to {100 * high:+.1f} points.")
    if low <= 0 <= high:
        print("  The interval includes zero: this much data cannot tell.")
    else:
        print(f"  Dropout {'helps' if mean > 0 else 'hurts'} here.")


def draw_chart(rows, arms, epochs, path):
    import matplotlib

    matplotlib.use("Agg")
    import matplotlib.pyplot as plt

    figure, panels = plt.subplots(1, 2, figsize=(12, 4.5), sharey=True, layout="constrained")
    for panel, (arm, rate) in zip(panels, arms):
        for column, name, style in [(5, "training", "--"), (7, "validation", "-")]:
            curves = np.array(
                [[row[column] for row in rows if row[0] == arm and row[3] == epoch] for epoch in range(1, epochs + 1)]
            )
            line = panel.plot(range(1, epochs + 1), curves.mean(axis=1), style, label=name)[0]
            panel.fill_between(
                range(1, epochs + 1), curves.min(axis=1), curves.max(axis=1), color=line.get_color(), alpha=0.15
            )
        panel.set(title=f"{arm} (rate {rate:g})", xlabel="epoch")
        panel.legend()
    panels[0].set_ylabel("accuracy, dropout off: mean and range of the seeds")
    figure.savefig(path, dpi=150)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True, help="folder of class folders, or of train/ and validation/")
    parser.add_argument("--weights", default="imagenet", help="imagenet, none (a base that learned nothing), or a file")
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--seeds", type=int, default=SEEDS, help="how often the whole comparison is repeated")
    parser.add_argument("--dropout", type=float, default=DROPOUT, help="rate of the second arm; 0 makes both the same")
    parser.add_argument("--out", default="results", help="folder for the CSV file and the chart")
    parser.add_argument("--deterministic", action="store_true", help="the same digits each time on a GPU, but slower")
    options = parser.parse_args()
    if options.deterministic:
        keras.utils.set_random_seed(SEED)
        tf.config.experimental.enable_op_determinism()

    # Several GPUs share each batch; with one, or with none, there is nothing to share.
    several = len(tf.config.list_physical_devices("GPU")) > 1
    strategy = tf.distribute.MirroredStrategy() if several else tf.distribute.get_strategy()
    print(f"replicas: {strategy.num_replicas_in_sync}; TensorFlow {tf.__version__}, Keras {keras.__version__}")
    arms = [("without dropout", 0.0), ("with dropout", options.dropout)]

    paths, labels, names, sides = find_pictures(options.data)
    with strategy.scope():
        base = build_base(options.weights)
    features = compute_features(base, paths)
    rows = []
    for seed in range(SEED, SEED + options.seeds):
        rows += train_pair(strategy, seed, features, labels, len(names), sides, arms, options.epochs)
        print(f"seed {seed} done")

    out = Path(options.out)
    out.mkdir(parents=True, exist_ok=True)
    with open(out / "transfer-lab.csv", "w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        writer.writerows(rows)
    draw_chart(rows, arms, options.epochs, out / "transfer-lab.png")
    report(rows, arms, options.epochs, options.seeds)
    print(f"\n{out / 'transfer-lab.csv'} and {out / 'transfer-lab.png'} are written.")


if __name__ == "__main__":
    main()
