import { bundledAnatomy } from '../src/core/bundledAnatomy';
import { bundled, defaultBlockOf } from '../src/core/catalogue';
import type { Tap } from '../src/core/base';
import type { EngineChoice } from '../src/core/engine';
import type { BaseOrder } from '../src/worker/baseClient';

/** The bundled base, as the app asks for it. */
export const bundledOrder = (choice: EngineChoice): BaseOrder => ({
  id: bundled.id,
  source: { kind: 'bundled' },
  choice,
  remembered: null,
  randomSeed: null,
  baseUrl: document.baseURI,
});

/** What the app takes by default: the means of all blocks' maps. */
export const everything: Tap = { blocks: [...bundledAnatomy.blocks.keys()], pooling: 'average' };

/** The default cut alone. */
export const defaultCut: Tap = { blocks: [defaultBlockOf(bundled.id, bundledAnatomy)], pooling: 'average' };
