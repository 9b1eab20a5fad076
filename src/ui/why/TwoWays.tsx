import { t } from '@lingui/core/macro';
import { Plural, Trans } from '@lingui/react/macro';
import { Word } from '../words/Word';
import './why.css';

export interface TwoWaysProps {
  readonly classNames: readonly string[];
  /** That are learned from, by the first seed. */
  readonly trainingPictures: number;
  readonly taskA: string | null;
  readonly baseTitle: string;
  /** Weights up to the cut; null until the base is known. */
  readonly frozen: number | null;
  readonly head: number;
  readonly scratch: number;
}

/** Each task alone, and knowledge handed from one to the other, with the learner's own classes and numbers. */
export function TwoWays(props: TwoWaysProps) {
  const { classNames, trainingPictures, taskA, baseTitle, frozen, head, scratch } = props;
  const classes =
    classNames.length > 4 ? moreWords(classNames.slice(0, 3).join(', '), classNames.length - 3) : classNames.join(', ');
  const own = (
    <Box kind="pictures" title={t`Task B: your pictures`}>
      <Plural value={trainingPictures} one="# training picture" other="# training pictures" />: {classes}
    </Box>
  );
  const answer = (
    <Box kind="answer" title={t`Answer`}>
      {classes}
    </Box>
  );
  return (
    <div className="lab-card two-ways">
      <figure aria-labelledby="two-ways-traditional">
        <figcaption className="lab-h3" id="two-ways-traditional">
          <Trans>Traditional learning: each task alone</Trans>
        </figcaption>
        <ol className="two-ways-flow">
          <li>{own}</li>
          <li>
            <Box kind="network" title={t`A network from nothing`}>
              <Trans>
                <Plural value={scratch} one="# weight" other="# weights" /> start at random; your pictures teach all of
                them
              </Trans>
            </Box>
          </li>
          <li>{answer}</li>
        </ol>
      </figure>
      <figure aria-labelledby="two-ways-transfer">
        <figcaption className="lab-h3" id="two-ways-transfer">
          <Trans>
            <Word of="transfer-learning">Transfer learning</Word>: knowledge handed from A to B
          </Trans>
        </figcaption>
        <ol className="two-ways-flow">
          <li>
            <Box kind="pictures" title={t`Task A, long before`}>
              {taskA ?? t`other pictures, unknown here`}
            </Box>
          </li>
          <li>
            <Box kind="network" title={baseTitle}>
              {frozen === null ? (
                <Trans>learned from them for a long time</Trans>
              ) : (
                <Trans>
                  learned from them for a long time: <Plural value={frozen} one="# weight" other="# weights" /> up to
                  the <Word of="cut">cut</Word>
                </Trans>
              )}
            </Box>
          </li>
        </ol>
        <p className="two-ways-hand">
          <span aria-hidden>↓</span>{' '}
          <Trans>
            the <Word of="weight">weights</Word> come along, <Word of="frozen">frozen</Word>
          </Trans>
        </p>
        <ol className="two-ways-flow">
          <li>{own}</li>
          <li>
            <Box kind="frozen" title={t`The same network, frozen`}>
              <Trans>
                turns each picture into <Word of="features">features</Word>
              </Trans>
            </Box>
          </li>
          <li>
            <Box kind="network" title={t`A head`}>
              <Trans>
                <Plural value={head} one="# weight" other="# weights" />: all that your pictures teach
              </Trans>
            </Box>
          </li>
          <li>{answer}</li>
        </ol>
      </figure>
    </div>
  );
}

const moreWords = (names: string, left: number) => t`${names} and ${left} more`;

interface BoxProps {
  readonly kind: 'pictures' | 'network' | 'frozen' | 'answer';
  readonly title: string;
  readonly children: React.ReactNode;
}

const Box = ({ kind, title, children }: BoxProps) => (
  <div className="two-ways-box" data-kind={kind}>
    <b>{title}</b>
    <span>{children}</span>
  </div>
);
