#:header
"""Two heads on one frozen base, without and with dropout: an experiment made with Transfer Lab, as a Keras script."""
#:end

import argparse
import csv
import hashlib
import json
import os
from collections import Counter
from dataclasses import dataclass
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
    "test": "validation",  # As on the page: what is not learned from is watched; there is no third part.
}
PROJECT = "transfer-lab.json"  # The list in a project file of Transfer Lab.


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


@dataclass(frozen=True)
class Pictures:
    """All pictures that are learned from or watched, in a fixed order; the lists are equally long."""

    paths: list
    labels: np.ndarray  # [N] Index into `names`.
    names: list  # Of the classes.
    groups: np.ndarray  # [N] Pictures of one group stay on one side.
    pins: list  # The side that a picture is kept on, or None.

    @property
    def fixed(self):
        """Whether every seed has the same sides."""
        return all(self.pins)


def find_pictures(data):
    """All pictures of a folder. Where it holds the list of a Transfer Lab project, that alone decides."""
    data = Path(data)
    if not data.is_dir():
        raise SystemExit(f"{data} is no folder. A ZIP has to be unpacked first.")
    lists = [data / PROJECT] if (data / PROJECT).is_file() else sorted(data.glob(f"*/{PROJECT}"))
    names, found = read_project(lists[0]) if len(lists) == 1 else read_folders(data)
    if len(names) < 2:
        raise SystemExit(f"{data} needs at least two folders with pictures, one for each class.")
    print(f"{len(found)} pictures of {len(names)} classes: {', '.join(names)}")
    paths, labels, groups, pins = (list(column) for column in zip(*found))
    # Groups by number, in the order of their names, so that a seed draws the same on every machine.
    return Pictures(paths, np.array(labels), names, np.unique(groups, return_inverse=True)[1].reshape(-1), pins)


def read_project(path):
    """The page's own list: classes as the pictures have them now, groups, pins. The test set is left out."""
    project = json.loads(path.read_text(encoding="utf-8"))
    if project.get("schema") != "transfer-lab/project@1":
        raise SystemExit(f"{path} is of another version: get the script from the page that saved the project.")
    learnable = [picture for picture in project["pictures"] if not picture.get("test")]
    there = [picture for picture in learnable if (path.parent / picture["path"]).is_file()]
    print(f"{path}: sides, groups and classes are taken from it.")
    set_aside = len(project["pictures"]) - len(learnable)
    if set_aside > 0:
        print(f"{set_aside} pictures are set aside for the test: they are left out.")
    if len(there) < len(learnable):
        print(f"{len(learnable) - len(there)} pictures of its list are not in the folder.")
    used = {picture["classId"] for picture in there}
    classes = [one for one in project["classes"] if one["id"] in used]
    number = {one["id"]: i for i, one in enumerate(classes)}
    found = [
        (path.parent / one["path"], number[one["classId"]], one["group"], one["pin"] and one["pin"]["side"])
        for one in sorted(there, key=lambda picture: picture["id"])
    ]
    return [one["name"] for one in classes], found


def read_folders(data):
    """Either `data/CLASS/*.jpg`, or `data/train/CLASS/*.jpg` and `data/validation/CLASS/*.jpg`.

    Files with the same content are one group. What is hidden (`.ipynb_checkpoints`) is no picture, nor is what cannot
    be opened as one.
    """
    folders = visible_folders(data)
    sided = {path: SIDES[path.name.lower()] for path in folders if path.name.lower() in SIDES}
    has_sides = set(sided.values()) == {"training", "validation"}
    # What is learned from comes first: of two copies, that one is kept.
    places = sorted(sided.items(), key=lambda place: place[1]) if has_sides else [(data, None)]
    classes = [(own, side) for place, side in places for own in visible_folders(place)]
    found, known, copies = [], set(), 0
    for own, side in classes:
        for path in sorted(own.rglob("*")):
            if any(part.startswith(".") for part in path.relative_to(data).parts) or not is_picture(path):
                continue
            content = hashlib.sha256(path.read_bytes()).hexdigest()
            copies += (own.name, content) in known
            if (own.name, content) not in known:
                known.add((own.name, content))
                found.append((path, own.name, content, side))
    if copies > 0:
        print(f"{copies} files are copies of others in their class and left out.")
    names = sorted({name for _, name, _, _ in found})
    return names, [(path, names.index(name), content, side) for path, name, content, side in found]


def visible_folders(place):
    return sorted(path for path in place.iterdir() if path.is_dir() and not path.name.startswith("."))


def is_picture(path):
    if path.suffix.lower() not in SUFFIXES or not path.is_file():
        return False
    try:
        with Image.open(path) as file:
            file.verify()
        return True
    except Exception as error:  # Decoders raise errors of all kinds.
        print(f"{path} is left out: it is no picture that can be opened ({error}).")
        return False


def read_picture(path):
    """Upright, the middle square, on white, SIDE x SIDE: uint8 [SIDE, SIDE, 3]."""
    try:
        with Image.open(path) as file:
            upright = ImageOps.exif_transpose(file).convert("RGBA")
    except Exception as error:
        raise SystemExit(f"{path} is damaged ({error}). Take it out of its folder, and start again.") from error
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
                # A depthwise kernel adds up one channel only. By its class: in MobileNet it is called `conv_dw_1`.
                is_depthwise = isinstance(layer, keras.layers.DepthwiseConv2D)
                inputs = np.prod(weight.shape[:2] if is_depthwise else weight.shape[:-1])
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


@dataclass(frozen=True)
class Draw:
    """What a seed has drawn. Both arms use the very same."""

    training: np.ndarray  # Rows.
    validation: np.ndarray  # Rows.
    given: np.ndarray  # [N] The labels that training is given; right ones outside of it.


def draw(seed, pictures):
    rng = np.random.default_rng([SEED_SPACE, seed])
    sides = sides_of_groups(rng, pictures)
    labels = pictures.labels
    given = labels.copy()
    training, validation = [], []
    for label, name in enumerate(pictures.names):
        own = rng.permutation(np.flatnonzero(labels == label))
        learned = [row for row in own if sides[pictures.groups[row]] == "training"]
        watched = [row for row in own if sides[pictures.groups[row]] == "validation"]
        if len(learned) == 0 or len(watched) == 0:
            raise SystemExit(f"The class {name} needs at least one training and one validation picture.")
        if PER_CLASS > 0:
            learned = learned[:PER_CLASS]
        for row in rng.permutation(learned)[: share_of(WRONG_LABELS, len(learned))]:
            given[row] = rng.choice([other for other in range(len(pictures.names)) if other != label])
        training.extend(learned)
        validation.extend(watched)
    return Draw(np.sort(training), np.sort(validation), given)


def sides_of_groups(rng, pictures):
    """The page's rule: pins are kept, for all of a group; what is free is divided class by class, in whole groups."""
    sides = {}
    for group, pin in zip(pictures.groups, pictures.pins):
        if pin is not None:
            sides.setdefault(group, pin)
    for label in range(len(pictures.names)):
        own = pictures.groups[pictures.labels == label]
        given = {sides[group] for group in own if group in sides}
        free = Counter(group for group in own if group not in sides)
        wanted, taken = share_of(TRAINING_SHARE, sum(free.values())), 0
        order = rng.permutation(sorted(free))
        for i, group in enumerate(order):
            # Each side gets at least one picture where that is possible at all.
            must_train = "training" not in given
            must_validate = i == len(order) - 1 and "validation" not in given and not must_train
            is_closer = abs(taken + free[group] - wanted) < abs(taken - wanted)
            sides[group] = "training" if (must_train or is_closer) and not must_validate else "validation"
            taken += free[group] if sides[group] == "training" else 0
            given.add(sides[group])
    return sides


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


def epoch_batches(order, replicas):
    """Rows of one epoch, their weights, and the length of a batch, which all replicas share evenly.

    Keras gives each replica its part of a batch, and takes the mean of the parts' mean losses: that is the batch's own
    mean only where the parts are equally long. So each batch is filled up with rows of weight 0, and its own rows weigh
    as much more: with one replica or many, a step follows the mean over the same rows.
    """
    length = replicas * -(-BATCH // replicas)
    batches = [order[start : start + BATCH] for start in range(0, len(order), BATCH)]
    rows = [np.resize(batch, length) for batch in batches]
    weights = [np.where(np.arange(length) < len(batch), length / len(batch), 0) for batch in batches]
    return np.concatenate(rows), np.concatenate(weights).astype("float32"), length


def train_pair(strategy, seed, features, labels, drawn, classes, arms, epochs):
    """Both arms of one seed: same pictures, initial weights and batches; only the dropout rate differs."""
    training, validation, given = drawn.training, drawn.validation, drawn.given
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
            order, weights, length = epoch_batches(orders.permutation(len(x)), strategy.num_replicas_in_sync)
            head.fit(x[order], y[order], sample_weight=weights, batch_size=length, epochs=1, shuffle=False, verbose=0)
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


def paired_interval(without, with_dropout, validations, groups):
    """Mean of the paired differences of two accuracies, and its 95 % interval, or None for a single pair: the page's.

    Student's t over the seeds. Its standard deviation is at least what counting in whole pictures alone gives: an error
    of up to half a picture either way has step / sqrt(12) (Sheppard), so that seeds which agree by luck claim nothing.
    Then, for the validation pictures that the seeds share, the chance of which pictures these are: z sqrt((a(1 - a) +
    b(1 - b)) / n), with accuracies shrunk to (an + 1) / (n + 2). Pictures of one group are alike, so n counts groups:
    see `shared_pictures`. Half-widths add in quadrature.
    """
    differences = np.asarray(with_dropout) - np.asarray(without)
    count, mean = len(differences), float(np.mean(differences))
    if count < 2:
        return mean, None
    pictures = min(len(validation) for validation in validations)
    deviation = max(float(np.std(differences, ddof=1)), 1 / pictures / np.sqrt(12))
    over_seeds = stats.t.ppf(0.975, count - 1) * deviation / np.sqrt(count)
    independent, common = shared_pictures(validations, groups)
    shrunk = [(np.mean(arm) * independent + 1) / (independent + 2) for arm in (without, with_dropout)]
    sampling = stats.norm.ppf(0.975) * np.sqrt(sum(a * (1 - a) for a in shrunk) / independent)
    half = float(np.hypot(over_seeds, np.sqrt(common) * sampling))
    return mean, (max(mean - half, -1.0), min(mean + half, 1.0))


def shared_pictures(validations, groups):
    """How many independent pictures the validation side of a seed is worth at least, and what all seeds share of that.

    Of groups of m pictures, (sum m)^2 / sum m^2 (Kish, Survey Sampling, 1965): those of one count as one. A group of m
    out of n pictures has (m / n)^2 of the variance, so a picture counts as often as its group has pictures.
    """
    alike = [np.bincount(groups[rows])[groups[rows]] for rows in validations]
    everywhere = np.bincount(np.concatenate(validations)) == len(validations)
    independent = min(len(own) ** 2 / own.sum() for own in alike)
    return independent, alike[0][everywhere[validations[0]]].sum() / max(own.sum() for own in alike)


def shared_share(validations):
    """Share of the validation pictures that every seed has; of the largest side, where they are not equally large."""
    times = np.bincount(np.concatenate(validations))
    return int((times == len(validations)).sum()) / max(len(validation) for validation in validations)


def report(rows, arms, epochs, validations, groups, fixed):
    """What the numbers say, and no more. `groups`: of all pictures. `fixed`: folders or pins give each its side."""
    seeds = len(validations)
    last = [np.array([row[-1] for row in rows if row[0] == arm and row[3] == epochs]) for arm, _ in arms]
    print(f"\nValidation accuracy after {epochs} epochs, mean of {seeds} seeds:")
    for (arm, rate), accuracies in zip(arms, last):
        print(f"  {arm} (rate {rate:g}): {100 * accuracies.mean():.1f} %")
    without, with_dropout = ([row[4:] for row in rows if row[0] == arm] for arm, _ in arms)
    if without == with_dropout:
        why = "as they must be: both have the same rate" if arms[0][1] == arms[1][1] else "although their rates differ"
        print(f"  The two sides are identical in every number, {why}.")
        return
    mean, range_ = paired_interval(*last, validations, groups)
    shared = shared_share(validations)
    one_split = fixed or (seeds > 1 and shared == 1)
    if range_ is None:
        where = " on this one split" if one_split else ""
        print(f"  difference {100 * mean:+.1f} points{where}. One pair of runs proves nothing: use more seeds.")
        return
    low, high = range_
    print(f"  difference {100 * mean:+.1f} points, 95 % interval {100 * low:+.1f} to {100 * high:+.1f} points.")
    if low <= 0 <= high:
        where = "On this one split, this much data cannot tell" if one_split else "This much data cannot tell"
        print(f"  {where}: the interval includes zero.")
    else:
        told = "helps" if mean > 0 else "hurts"
        print(f"  On this one split, dropout {told}." if one_split else f"  Dropout {told} here.")
    fewest = min(len(validation) for validation in validations)
    print(f"\nOne validation picture of {fewest} is {100 / fewest:.1f} points.")
    chance = "the chance of which validation pictures there are, on the safe side"
    if one_split:
        print(f"All seeds share one split. The interval covers {seeds} fresh starts, and {chance}; not other splits.")
    else:
        print(f"The interval covers {seeds} fresh splits and starts of these pictures: not new pictures.")
        if shared > 0.05:
            print(f"For the {100 * shared:.0f} % of them that every seed checks with, it also covers {chance}.")
    independent, common = shared_pictures(validations, groups)
    if common > 0.05 and independent < fewest:
        alike = "Pictures of one group, such as frames of a recording, are alike"
        print(f"{alike}: {fewest} count as {independent:.3g} in it.")


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
    parser.add_argument(
        "--data", required=True, help="folder of class folders, of train/ and validation/, or an unpacked project"
    )
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

    pictures = find_pictures(options.data)
    seeds = range(SEED, SEED + options.seeds)
    draws = [draw(seed, pictures) for seed in seeds]
    with strategy.scope():
        base = build_base(options.weights)
    features = compute_features(base, pictures.paths)
    rows = []
    for seed, drawn in zip(seeds, draws):
        classes = len(pictures.names)
        rows += train_pair(strategy, seed, features, pictures.labels, drawn, classes, arms, options.epochs)
        print(f"seed {seed} done")

    out = Path(options.out)
    out.mkdir(parents=True, exist_ok=True)
    with open(out / "transfer-lab.csv", "w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        writer.writerows(rows)
    draw_chart(rows, arms, options.epochs, out / "transfer-lab.png")
    report(rows, arms, options.epochs, [drawn.validation for drawn in draws], pictures.groups, pictures.fixed)
    print(f"\n{out / 'transfer-lab.csv'} and {out / 'transfer-lab.png'} are written.")


if __name__ == "__main__":
    main()
