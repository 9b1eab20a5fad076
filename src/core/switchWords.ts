import { t } from '@lingui/core/macro';
import { engineNames, type Engine, type EngineSwitch } from './engine';

/** What a person is told of a training whose engine failed in the middle. @param now what trained the rest. */
export const switchWords = ({ epoch, from, reason }: EngineSwitch, now: Engine): string =>
  t`${engineNames[from]} trained the epochs before ${epoch}, and then failed (${reason.replace(/\.$/, '')}). ` +
  `${now === from ? t`A fresh worker` : engineNames[now]} went on from there; no epoch is missing.`;
