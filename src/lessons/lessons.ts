import { byHeart } from './chapters/byHeart';
import { curves } from './chapters/curves';
import { dropout } from './chapters/dropout';
import { leaning } from './chapters/leaning';
import { traditional } from './chapters/traditional';
import { transfer } from './chapters/transfer';
import type { Lesson } from './lesson';

/** The chapters that are written, in the order in which they are read. */
export const lessons: readonly Lesson[] = [transfer, traditional, byHeart, leaning, dropout, curves];
