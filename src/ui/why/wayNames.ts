import { t } from '@lingui/core/macro';
import type { WayId } from '../../core/why/ways';
import type { ChartLine } from '../inside/estimateChart';

interface WayName {
  /** In tables and sentences. */
  readonly name: string;
  /** At the end of a line in a chart. */
  readonly short: string;
  readonly what: string;
  /** In the middle of a sentence. */
  readonly said: string;
}

/** What the ways are called, from the one that knows most beforehand. */
export const wayNames: Readonly<Record<WayId, WayName>> = {
  pretrained: {
    name: t`pretrained base and a head`,
    short: t`pretrained`,
    what: t`Transfer: the frozen base as task A left it, on 224 × 224 pixels, and a small head trained here.`,
    said: t`the pretrained base`,
  },
  random: {
    name: t`random base and a head`,
    short: t`random base`,
    what: t`The same network with random weights, frozen, and the same head: its size without its knowledge. Each seed has a network of its own, up to ten.`,
    said: t`the random base`,
  },
  scratch: {
    name: t`from scratch`,
    short: t`scratch`,
    what: t`Traditional: a small convolutional network that starts from random weights and learns all of them here, from the pictures reduced to 32 × 32 pixels.`,
    said: t`learning from scratch`,
  },
  pixels: {
    name: t`bare pixels and a head`,
    short: t`pixels`,
    what: t`The same head on the picture itself, reduced to 16 × 16 pixels.`,
    said: t`the same head on bare pixels`,
  },
};

/** The lines of the charts; told apart by marker and dash as well as by colour. */
export const wayLines: Readonly<Record<WayId, ChartLine>> = {
  pretrained: { label: wayNames.pretrained.short, colour: 'var(--why-pretrained)', dash: undefined, mark: 'diamond' },
  random: { label: wayNames.random.short, colour: 'var(--why-random)', dash: '9 5', mark: 'circle' },
  scratch: { label: wayNames.scratch.short, colour: 'var(--why-scratch)', dash: '14 4', mark: 'square' },
  pixels: { label: wayNames.pixels.short, colour: 'var(--why-pixels)', dash: '2 4', mark: 'triangle' },
};

/** At the line of what chance gives. */
export const guessingWords = (share: string): string => t`guessing: ${share}`;
