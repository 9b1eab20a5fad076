import { t } from '@lingui/core/macro';
import { engineNames, type Engine, type EngineSwitch } from './engine';

/** What a person is told of a training whose engine failed in the middle. @param now what trained the rest. */
export function switchWords({ epoch, from, reason }: EngineSwitch, now: Engine): string {
  const [engine, other, why] = [engineNames[from], engineNames[now], reason.replace(/\.$/, '')];
  const failed = t`${engine} trained the epochs before ${epoch}, and then failed (${why}).`;
  const wentOn =
    now === from
      ? t`A fresh worker went on from there; no epoch is missing.`
      : t`${other} went on from there; no epoch is missing.`;
  return `${failed} ${wentOn}`;
}
