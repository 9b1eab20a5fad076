import { count } from '../../core/figures';
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
    classNames.length > 4
      ? `${classNames.slice(0, 3).join(', ')} and ${classNames.length - 3} more`
      : classNames.join(', ');
  const own = (
    <Box kind="pictures" title="Task B: your pictures">
      {count(trainingPictures, 'training picture')}: {classes}
    </Box>
  );
  const answer = (
    <Box kind="answer" title="Answer">
      {classes}
    </Box>
  );
  return (
    <div className="lab-card two-ways">
      <figure aria-labelledby="two-ways-traditional">
        <figcaption className="lab-h3" id="two-ways-traditional">
          Traditional learning: each task alone
        </figcaption>
        <ol className="two-ways-flow">
          <li>{own}</li>
          <li>
            <Box kind="network" title="A network from nothing">
              {count(scratch, 'weight')} start at random; your pictures teach all of them
            </Box>
          </li>
          <li>{answer}</li>
        </ol>
      </figure>
      <figure aria-labelledby="two-ways-transfer">
        <figcaption className="lab-h3" id="two-ways-transfer">
          Transfer learning: knowledge handed from A to B
        </figcaption>
        <ol className="two-ways-flow">
          <li>
            <Box kind="pictures" title="Task A, long before">
              {taskA ?? 'other pictures, unknown here'}
            </Box>
          </li>
          <li>
            <Box kind="network" title={baseTitle}>
              learned from them for a long time{frozen === null ? '' : `: ${count(frozen, 'weight')} up to the cut`}
            </Box>
          </li>
        </ol>
        <p className="two-ways-hand">
          <span aria-hidden>↓</span> the weights come along, frozen
        </p>
        <ol className="two-ways-flow">
          <li>{own}</li>
          <li>
            <Box kind="frozen" title="The same network, frozen">
              turns each picture into features
            </Box>
          </li>
          <li>
            <Box kind="network" title="A head">
              {count(head, 'weight')}: all that your pictures teach
            </Box>
          </li>
          <li>{answer}</li>
        </ol>
      </figure>
    </div>
  );
}

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
