"""Tests of the Keras script, run by `kerasRuns.test.ts`: what needs no training runs without Keras and TensorFlow.

Usage: python train_heads_check.py FOLDER   with the script as FOLDER/train_heads.py; EXPECTED in the environment holds
what the page makes of the same numbers.
"""

import importlib.util
import json
import os
import sys
import tempfile
import unittest
from pathlib import Path
from unittest import mock

import numpy as np
from PIL import Image

has_tensorflow = all(importlib.util.find_spec(name) for name in ("tensorflow", "keras"))
has_scipy = importlib.util.find_spec("scipy") is not None
for missing in [] if has_tensorflow else ["tensorflow", "keras"]:
    sys.modules[missing] = mock.MagicMock()
if not has_scipy:
    sys.modules["scipy"] = mock.MagicMock()

if has_tensorflow:
    import tensorflow as tf

    # Processors in the place of graphics cards. A process can only ever have one group of them.
    processor = tf.config.list_physical_devices("CPU")[0]
    replicas = int(os.environ.get("REPLICAS", "3"))
    tf.config.set_logical_device_configuration(processor, [tf.config.LogicalDeviceConfiguration()] * replicas)


def shared_strategy():
    return tf.distribute.MirroredStrategy([device.name for device in tf.config.list_logical_devices("CPU")])


FOLDER = Path(sys.argv.pop(1))
sys.path.insert(0, str(FOLDER))
import train_heads

EXPECTED = json.loads(os.environ["EXPECTED"])


def picture(path, shade):
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (8, 8), (shade, 0, 0)).save(path)
    return path


class InFolder(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.data = Path(folder.name)


class Folders(InFolder):
    def test_hidden_files_copies_and_what_is_no_picture_are_left_out(self):
        for shade in range(3):
            picture(self.data / "cats" / f"{shade}.png", shade)
            picture(self.data / "cats" / ".ipynb_checkpoints" / f"{shade}-checkpoint.png", 100 + shade)
            picture(self.data / "dogs" / "deep" / f"{shade}.png", 50 + shade)
        picture(self.data / "cats" / "again.png", 0)
        picture(self.data / ".git" / "x.png", 7)
        (self.data / "cats" / "broken.png").write_bytes(b"no picture")
        (self.data / "cats" / "notes.txt").write_text("no picture")
        found = train_heads.find_pictures(self.data)
        names = [str(path.relative_to(self.data)) for path in found.paths]
        self.assertEqual(
            names, ["cats/0.png", "cats/1.png", "cats/2.png", *(f"dogs/deep/{shade}.png" for shade in range(3))]
        )
        self.assertEqual((found.names, list(found.labels)), (["cats", "dogs"], [0, 0, 0, 1, 1, 1]))
        self.assertFalse(found.fixed)

    def test_folders_give_sides_and_the_same_content_in_two_classes_stays_together(self):
        for side, shades in [("train", range(4)), ("test", range(4, 6))]:
            for shade in shades:
                picture(self.data / side / "cats" / f"{shade}.png", shade)
                picture(self.data / side / "dogs" / f"{shade}.png", shade)
        found = train_heads.find_pictures(self.data)
        self.assertEqual(found.pins.count("training"), 8)
        self.assertTrue(found.fixed)
        self.assertEqual(list(found.groups[found.labels == 0]), list(found.groups[found.labels == 1]))
        self.assertEqual(list(train_heads.draw(1, found).validation), list(train_heads.draw(2, found).validation))


class Project(InFolder):
    def setUp(self):
        super().setUp()
        pictures = []
        for i in range(24):
            own = "Cats" if i % 2 == 0 else "Dogs"
            picture(self.data / own / f"{i}.png", i)
            pictures.append(
                {
                    "path": f"{own}/{i}.png",
                    "id": f"id-{i:02}",
                    "classId": own.lower(),
                    "group": f"group-{i // 4}" if i < 12 else f"id-{i}",
                    "pin": {"side": "validation", "by": "person"} if i in (12, 13) else None,
                    **({"test": True} if i >= 20 else {}),
                }
            )
        pictures[14]["classId"] = "dogs"  # Moved on the page, wherever the file lies.
        picture(self.data / "Cats" / "beside.png", 99)
        self.project = {
            "schema": "transfer-lab/project@1",
            "classes": [{"id": "dogs", "name": "Dogs & co"}, {"id": "cats", "name": "Cats"}, {"id": "c", "name": "Empty"}],
            "pictures": pictures,
        }
        self.write(self.data)

    def write(self, folder):
        (folder / "transfer-lab.json").write_text(json.dumps(self.project), encoding="utf-8")

    def test_the_list_decides(self):
        found = train_heads.find_pictures(self.data)
        names = {path.name for path in found.paths}
        self.assertEqual(names, {f"{i}.png" for i in range(20)})
        self.assertEqual(found.names, ["Dogs & co", "Cats"])
        label = dict(zip((path.name for path in found.paths), found.labels))
        self.assertEqual([label["13.png"], label["14.png"], label["16.png"]], [0, 0, 1])

    def test_groups_stay_on_one_side_and_pins_are_kept(self):
        found = train_heads.find_pictures(self.data)
        group = {int(path.stem): own for path, own in zip(found.paths, found.groups)}
        self.assertEqual([group[i] == group[4 * (i // 4)] for i in range(12)], [True] * 12)
        self.assertEqual(len(set(found.groups)), 3 + 8)
        seen = set()
        for seed in range(40):
            drawn = train_heads.draw(seed, found)
            self.assertEqual(sorted([*drawn.training, *drawn.validation]), list(range(20)))
            self.assertFalse(set(found.groups[drawn.training]) & set(found.groups[drawn.validation]))
            watched = {found.paths[row].name for row in drawn.validation}
            self.assertLessEqual({"12.png", "13.png"}, watched)
            seen.add(tuple(drawn.validation))
        self.assertGreater(len(seen), 20)

    def test_a_list_that_the_page_wrote(self):
        # Many programs unpack a ZIP into a folder of its name.
        inside = self.data / "unpacked" / "project"
        text = (FOLDER / "transfer-lab.json").read_text(encoding="utf-8")
        for one in json.loads(text)["pictures"]:
            picture(inside / one["path"], 1)
        (inside / "transfer-lab.json").write_text(text, encoding="utf-8")
        found = train_heads.find_pictures(self.data / "unpacked")
        expected = EXPECTED["pictures"]
        paths = [path.relative_to(inside).as_posix() for path in found.paths]
        self.assertEqual(paths, [one["path"] for one in expected])
        self.assertEqual(list(found.labels), [one["label"] for one in expected])
        self.assertEqual(found.pins, [one["side"] for one in expected])
        same = lambda groups: [[one == other for other in groups] for one in groups]
        self.assertEqual(same([int(one) for one in found.groups]), same([one["group"] for one in expected]))

    def test_another_version_is_refused(self):
        self.project["schema"] = "transfer-lab/project@2"
        self.write(self.data)
        with self.assertRaisesRegex(SystemExit, "another version"):
            train_heads.find_pictures(self.data)


class Draws(unittest.TestCase):
    def test_free_pictures_are_divided_as_the_page_does(self):
        labels = np.repeat([0, 1], [11, 6])
        found = train_heads.Pictures(list(range(17)), labels, ["a", "b"], np.arange(17), [None] * 17)
        drawn = train_heads.draw(3, found)
        sizes = [int((labels[drawn.training] == label).sum()) for label in range(2)]
        self.assertEqual(sizes, EXPECTED["sizes"])


@unittest.skipUnless(has_scipy, "needs scipy")
class Verdict(unittest.TestCase):
    def test_intervals_are_the_page_s(self):
        for case in EXPECTED["intervals"]:
            mean, (low, high) = train_heads.paired_interval(
                case["without"],
                case["with"],
                [np.array(rows) for rows in case["validations"]],
                np.array(case["groups"]),
            )
            np.testing.assert_allclose([mean, low, high], case["estimate"], atol=1e-6, err_msg=case["name"])

    def said(self, without, with_dropout, validations, fixed=False, group=1):
        arms = [("without dropout", 0.0), ("with dropout", 0.5)]
        rows = [
            [arm, rate, seed, 9, 0.1, 1.0, 0.2, accuracies[seed]]
            for (arm, rate), accuracies in zip(arms, (without, with_dropout))
            for seed in range(len(accuracies))
        ]
        with mock.patch("builtins.print") as printed:
            groups = np.arange(300) // group
            train_heads.report(rows, arms, 9, [np.array(rows) for rows in validations], groups, fixed)
        return "\n".join(str(call.args[0]) for call in printed.call_args_list)

    def test_one_picture_at_three_seeds_on_one_split_tells_nothing(self):
        told = self.said([0.9] * 3, [0.92] * 3, [range(50)] * 3)
        self.assertIn("On this one split, this much data cannot tell", told)
        self.assertIn("All seeds share one split.", told)
        self.assertNotIn("Pictures of one group", told)

    def test_recordings_count_as_one_picture(self):
        told = self.said([0.6] * 3, [0.8] * 3, [range(100)] * 3, group=25)
        self.assertIn("On this one split, this much data cannot tell", told)
        self.assertIn("100 count as 4 in it", told)
        own = self.said([0.6, 0.6], [0.8, 0.8], [range(100 * k, 100 * k + 100) for k in range(2)], group=25)
        self.assertNotIn("count as", own)

    def test_words_for_what_is_clear_on_one_split_and_on_several(self):
        one = self.said([0.5, 0.52, 0.5], [0.9, 0.92, 0.9], [range(100)] * 3)
        self.assertIn("On this one split, dropout helps.", one)
        own = self.said([0.9, 0.92, 0.9], [0.5, 0.52, 0.5], [range(100 * k, 100 * k + 100) for k in range(3)])
        self.assertIn("Dropout hurts here.", own)
        self.assertIn("3 fresh splits", own)
        self.assertIn("identical in every number", self.said([0.9, 0.8], [0.9, 0.8], [range(9)] * 2))
        self.assertIn("One pair of runs proves nothing", self.said([0.9], [0.8], [range(9)], fixed=True))


class Batches(unittest.TestCase):
    def test_a_batch_is_filled_up_so_that_its_rows_weigh_one_mean(self):
        rows, weights, length = train_heads.epoch_batches(np.arange(21), 3)
        self.assertEqual((length, len(rows)), (18, 36))
        for at, count in [(0, 16), (18, 5)]:
            self.assertEqual(list(rows[at : at + count]), list(range(16 * (at // 18), 16 * (at // 18) + count)))
            np.testing.assert_allclose(weights[at : at + 18], [18 / count] * count + [0] * (18 - count), rtol=1e-6)


@unittest.skipUnless(has_tensorflow, "needs TensorFlow and Keras")
class Keras(unittest.TestCase):
    def test_several_devices_learn_as_one_does(self):
        rng = np.random.default_rng(0)
        labels = np.tile([0, 1, 2], 20)
        features = (rng.normal(size=(60, 1, 10)) + labels[:, None, None]).astype("float32")
        drawn = train_heads.Draw(np.arange(37), np.arange(37, 60), labels)  # 37: batches of 16, 16 and 5.
        arms = [("without dropout", 0.0), ("with dropout", 0.0)]
        one, several = (
            np.array([row[4:] for row in train_heads.train_pair(strategy, 1, features, labels, drawn, 3, arms, 5)])
            for strategy in (tf.distribute.get_strategy(), shared_strategy())
        )
        print(f"{replicas} devices: largest difference {np.abs(several - one).max():.1e}")
        np.testing.assert_allclose(several, one, atol=1e-4)
        np.testing.assert_array_equal(several[:5], several[5:])  # Both arms.
        self.assertLess(one[4, 0], one[0, 0])

    def test_random_kernels_keep_signals_as_large_as_they_come(self):
        with mock.patch.multiple(train_heads, ARCHITECTURE="MobileNet", ALPHA=0.25, LAYERS=["conv_pw_13_relu"]):
            base = train_heads.build_base("none")
        depthwise = [
            layer
            for layer in base.layers[-2].layers
            if isinstance(layer, train_heads.keras.layers.DepthwiseConv2D)
        ]
        self.assertEqual(len(depthwise), 13)
        for layer in depthwise:
            spread = float(np.std(layer.get_weights()[0]))
            self.assertAlmostEqual(spread, np.sqrt(2 / 9), delta=0.15 * np.sqrt(2 / 9), msg=layer.name)

    def test_pictures_become_features_on_several_devices(self):
        with tempfile.TemporaryDirectory() as folder:
            paths = [picture(Path(folder) / f"{shade}.png", 5 * shade) for shade in range(7)]
            told = []
            for strategy in (tf.distribute.get_strategy(), shared_strategy()):
                with strategy.scope():
                    base = train_heads.build_base("none")
                told.append(train_heads.compute_features(base, paths))
        np.testing.assert_allclose(told[1], told[0], rtol=1e-3, atol=1e-3)


if __name__ == "__main__":
    unittest.main(verbosity=1)
