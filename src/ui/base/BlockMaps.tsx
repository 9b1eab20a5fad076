import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { type Anatomy, blockOf, type FeatureCut } from '../../core/base';
import type { InsightState } from '../../core/baseState';
import { blockTitle } from '../../core/catalogue';
import { grouped } from '../../core/figures';
import type { BlockResponse } from '../../core/insight';
import { Note } from '../layout/Note';
import { depthWords, lineOf, placeWords } from './cutWords';
import { MapCanvas } from './MapCanvas';

export interface BlockMapsProps {
  readonly anatomy: Anatomy;
  readonly cut: FeatureCut;
  readonly insight: InsightState;
  readonly onLook: () => void;
}

/** How many maps of a block are shown large. */
const most = 8;

/** The strongest maps of the blocks whose features are taken, large. */
export function BlockMaps({ anatomy, cut, insight, onLook }: BlockMapsProps) {
  switch (insight.phase) {
    case 'none':
      return (
        <div className="maps-wait">
          <Button variant="default" onClick={onLook}>
            <Trans>Look through the base</Trans>
          </Button>
          <span className="lab-soft">
            <Trans>This computes what every block makes of the picture.</Trans>
          </span>
        </div>
      );
    case 'looking':
      return (
        <div>
          <output className="maps-title">
            <Trans>Looking through the base …</Trans>
          </output>
          <ul className="maps" aria-hidden>
            {Array.from({ length: most }, (_, i) => (
              <li key={`place-${i + 1}`}>
                <span className="response-map" />
              </li>
            ))}
          </ul>
        </div>
      );
    case 'failed':
      return (
        <div className="maps-wait">
          <Note tone="error">{insight.reason}</Note>
          <Button onClick={onLook}>
            <Trans>Look again</Trans>
          </Button>
        </div>
      );
    case 'ready': {
      const { responses } = insight.insight;
      return (
        <div className="maps-groups">
          {cut.blocks.toReversed().map((at) => (
            <Group key={at} anatomy={anatomy} at={at} response={responses[at]} />
          ))}
          <p className="lab-soft">
            {depthWords(lineOf(cut), anatomy.blocks.length)}{' '}
            <Trans>
              A bright spot is where this channel responds most on this picture. Each map is scaled by itself, so that
              two maps cannot be compared in strength.
            </Trans>
          </p>
        </div>
      );
    }
    default:
      return insight satisfies never;
  }
}

interface GroupProps {
  readonly anatomy: Anatomy;
  readonly at: number;
  /** Missing where the base has been changed since the picture was looked at. */
  readonly response: BlockResponse | undefined;
}

function Group({ anatomy, at, response }: GroupProps) {
  if (!response) return null;
  const title = blockTitle(anatomy, at);
  const channels = grouped(blockOf(anatomy, at).channels);
  const maps = response.maps.slice(0, most);
  const shown = maps.length;
  return (
    <div>
      <h4 className="maps-title">
        {plural(shown, {
          one: `${title}: the strongest of its ${channels} channels`,
          other: `${title}: the # strongest of its ${channels} channels`,
        })}
      </h4>
      <ul className="maps lab-numbers">
        {maps.map((map) => {
          const place = placeWords(map.values, response.side);
          const channel = map.channel + 1;
          return (
            <li key={map.channel}>
              <MapCanvas
                map={map}
                side={response.side}
                label={t`Responds most in this part of the picture: ${place}`}
              />
              <span>
                <Trans>channel {channel}</Trans>
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
