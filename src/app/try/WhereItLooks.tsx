import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { max } from 'd3-array';
import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { armWords } from '../../core/armWords';
import { probabilitiesOf } from '../../core/heads/trainedHeads';
import { activationMap, leadOf, logitOf } from '../../core/try/activationMap';
import { answerOf } from '../../core/try/answer';
import { jointMap } from '../../core/try/jointMap';
import { mapSummary } from '../../core/try/mapSummary';
import { ActivationCard } from '../../ui/try/ActivationCard';
import { ActivationFigure } from '../../ui/try/ActivationFigure';
import { kindWords, limitWords, sumWords, type Measure } from '../../ui/try/activationWords';
import type { ShownSign } from '../../ui/try/overlayPixels';
import { seenBy } from './trying';
import type { TryPartProps } from './TryPanel';

/** Where in the picture both heads of a seed find what speaks for a class. */
export function WhereItLooks({ trying, heads }: TryPartProps) {
  const { tried, seen, live, trial, trouble } = useStore(trying.state);
  const [wanted, setWanted] = useState<number | null>(null);
  const [shown, setShown] = useState<ShownSign>('both');
  const [measure, setMeasure] = useState<Measure>('lead');
  const [opacity, setOpacity] = useState(0.9);
  const { classes, settings, base } = heads;
  const own = seenBy(seen, base);
  const target = wanted !== null && wanted in classes ? wanted : null;
  const drawn = useMemo(() => {
    const maps = own?.maps;
    if (!maps) return null;
    return heads.arms.flatMap((side, arm) => {
      const name = armWords(side);
      const answer = answerOf(probabilitiesOf(heads, arm, trial, own.features));
      // Of weights that are no numbers there is nothing to draw.
      if (answer === null) return [];
      const c = target ?? answer;
      const mix = (measure === 'lead' ? leadOf : logitOf)(c, heads.classes.length);
      const { parts, constant, total } = activationMap(heads, arm, trial, maps, mix);
      const map = jointMap(parts);
      return [{ arm, name, c, map, summary: mapSummary(map), constant, total }];
    });
  }, [heads, trial, own, target, measure]);
  // Never 0: a map without any response has nothing to divide by.
  const most = drawn && Math.max(1e-9, max(drawn, ({ map }) => max(map.values, Math.abs) ?? 0) ?? 0);
  const isDrawn = drawn !== null && most !== null && tried !== null;
  return (
    <ActivationCard
      drawn={
        isDrawn
          ? {
              classNames: classes.map(({ name }) => name),
              target,
              measure,
              shown,
              opacity,
              most,
              kind: kindWords(settings.hidden, base.pooling),
              sums: drawn.map(({ name, c, summary, constant, total }) => ({
                name: `${name}, ${classes[c]?.name ?? ''}`,
                words: sumWords(summary, constant, total, measure),
              })),
              limits: limitWords((own?.maps ?? []).map(({ side }) => side)),
              onMeasure: setMeasure,
              onTarget: setWanted,
              onShown: setShown,
              onOpacity: setOpacity,
            }
          : null
      }
    >
      {isDrawn ? (
        <div className="try-maps">
          {drawn.map(({ arm, name, c, map, summary }) => (
            <ActivationFigure
              key={name}
              side={arm === 0 ? 'without' : 'with'}
              name={name}
              url={tried.url}
              className={classes[c]?.name ?? ''}
              map={map}
              summary={summary}
              most={most}
              opacity={opacity}
              shown={shown}
            />
          ))}
          {drawn.length < heads.arms.length && (
            <p className="lab-soft">
              <Trans>A head whose weights are no numbers has nothing to draw.</Trans>
            </p>
          )}
        </div>
      ) : (
        <p className="lab-soft">{waitWords(tried !== null, live !== null, trouble !== null)}</p>
      )}
    </ActivationCard>
  );
}

function waitWords(hasPicture: boolean, isLive: boolean, hasFailed: boolean): string {
  if (isLive) return t`Freeze a frame to see where the heads look.`;
  if (!hasPicture) return t`Show a picture above; then this place shows which parts of it the heads go by.`;
  return hasFailed ? t`The base could not look at the picture; why is said above.` : t`The base looks at it …`;
}
