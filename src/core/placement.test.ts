import { expect, test } from 'vitest';
import { placeAll } from './placement';

const place = (...paths: string[]) => placeAll(paths).map((p) => [p.className, p.side]);

test('a folder for each class', () => {
  expect(place('cats/1.jpg', 'dogs/1.jpg')).toEqual([
    ['cats', null],
    ['dogs', null],
  ]);
});

test('a wrapper around the classes is not a class, and files straight in it have none', () => {
  expect(place('set/cats/1.jpg', 'set/dogs/1.jpg', 'set/cover.jpg')).toEqual([
    ['cats', null],
    ['dogs', null],
    [null, null],
  ]);
});

test('training and validation levels, in any case, above the classes or below them', () => {
  expect(place('cats_and_dogs/train/cats/1.jpg', 'cats_and_dogs/Validation/dogs/1.jpg')).toEqual([
    ['cats', 'training'],
    ['dogs', 'validation'],
  ]);
  expect(place('cats/VAL/1.jpg', 'dogs/training/1.jpg', 'dogs/test/2.jpg', 'dogs/valid/3.jpg')).toEqual([
    ['cats', 'validation'],
    ['dogs', 'training'],
    ['dogs', 'validation'],
    ['dogs', 'validation'],
  ]);
});

test('a side folder beside other files or folders still is one when both sides are there', () => {
  expect(place('set/train/a/1.jpg', 'set/test/a/1.jpg', 'set/extras/2.jpg')).toEqual([
    ['a', 'training'],
    ['a', 'validation'],
    ['extras', null],
  ]);
});

test('a train among other vehicles is a class', () => {
  expect(place('vehicles/train/1.jpg', 'vehicles/car/1.jpg')).toEqual([
    ['train', null],
    ['car', null],
  ]);
});

test('one folder with nothing but files is a class; loose files have none', () => {
  expect(place('cats/1.jpg', 'cats/2.jpg')).toEqual([
    ['cats', null],
    ['cats', null],
  ]);
  expect(place('1.jpg', '2.jpg')).toEqual([
    [null, null],
    [null, null],
  ]);
  expect(place('train/1.jpg', 'val/2.jpg')).toEqual([
    [null, 'training'],
    [null, 'validation'],
  ]);
  expect(place('set/train/cats/1.jpg')).toEqual([['cats', 'training']]);
});

test('loose files beside class folders', () => {
  expect(place('1.jpg', 'cats/2.jpg')).toEqual([
    [null, null],
    ['cats', null],
  ]);
});

test('the nearest folder is the class, but for a level such as images/ that all share', () => {
  expect(place('pets/cats/siamese/1.jpg', 'pets/dogs/2.jpg')).toEqual([
    ['siamese', null],
    ['dogs', null],
  ]);
  expect(place('train/cats/images/1.jpg', 'train/dogs/images/1.jpg')).toEqual([
    ['cats', 'training'],
    ['dogs', 'training'],
  ]);
});

test('names of built-in properties are ordinary names', () => {
  expect(place('constructor/1.jpg', 'toString/1.jpg')).toEqual([
    ['constructor', null],
    ['toString', null],
  ]);
  expect(placeAll([])).toEqual([]);
});
