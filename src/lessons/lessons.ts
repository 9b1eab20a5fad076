import { byHeart } from './chapters/byHeart';
import { curves } from './chapters/curves';
import { dropout } from './chapters/dropout';
import { fineTuning } from './chapters/fineTuning';
import { foolIt } from './chapters/foolIt';
import { howMany } from './chapters/howMany';
import { leaning } from './chapters/leaning';
import { misconceptions } from './chapters/misconceptions';
import { practical } from './chapters/practical';
import { traditional } from './chapters/traditional';
import { transfer } from './chapters/transfer';
import { whichLayers } from './chapters/whichLayers';
import type { Lesson } from './lesson';

/** The chapters that are written, in the order in which they are read. */
export const lessons: readonly Lesson[] = [
  transfer,
  traditional,
  byHeart,
  leaning,
  dropout,
  curves,
  howMany,
  whichLayers,
  practical,
  fineTuning,
  foolIt,
  misconceptions,
];
