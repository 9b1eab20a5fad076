import { t } from '@lingui/core/macro';

/** What a browser may give a page or not, by how it came and what it is. */
export const abilityIds = ['offline', 'camera', 'persistence', 'paste', 'copy', 'webgpu'] as const;

export type AbilityId = (typeof abilityIds)[number];

export interface Ability {
  readonly id: AbilityId;
  readonly name: string;
  readonly isGiven: boolean;
  /** What to do without it: one sentence. */
  readonly without: string;
}

export const abilitiesOf = (given: Readonly<Record<AbilityId, boolean>>): readonly Ability[] =>
  abilityIds.map((id) => ({ id, isGiven: given[id], ...words[id] }));

const words: Readonly<Record<AbilityId, Pick<Ability, 'name' | 'without'>>> = {
  offline: {
    name: t`Working without the network`,
    without: t`The page is fetched from its server at every visit; a lesson that has begun goes on without it as long as nothing new is opened.`,
  },
  camera: {
    name: t`Camera`,
    without: t`Choose picture files instead; phones offer to take a picture where a file is chosen.`,
  },
  persistence: {
    name: t`Asking that what is kept is not thrown away`,
    without: t`The browser may delete pictures and log when the device runs out of room: save a project file.`,
  },
  paste: {
    name: t`Reading the clipboard by a button`,
    without: t`Paste by keyboard: Ctrl and V, on a Mac ⌘ and V.`,
  },
  copy: { name: t`Copying by a button`, without: t`Select the text and copy it by keyboard.` },
  webgpu: {
    name: t`WebGPU, one way to compute on the graphics card`,
    without: t`WebGL or WASM compute the same; only the first look at many pictures may take longer.`,
  },
};
