import { Trans } from '@lingui/react/macro';
import { offlineMegabytes } from '../../core/offlineSize';
import { Word } from '../../ui/words/Word';
import type { ClassLinkId } from './classLinks';
import { plan45, plan45Links, PlanFigures } from './plan45';
import { plan90, plan90Links } from './plan90';
import { PaperLink, PaperLinks } from './PaperLink';
import { PlanView } from './PlanView';

export interface PlanPaperProps {
  readonly minutes: 45 | 90;
  /** Address of the page, for paper. */
  readonly address: string;
}

/** A lesson plan with what it needs, minute by minute, and what to do where something is missing. */
export default function PlanPaper({ minutes, address }: PlanPaperProps) {
  const links: readonly ClassLinkId[] = minutes === 45 ? plan45Links : plan90Links;
  return (
    <PaperLinks links={links} address={address}>
      <section className="lab-paper-part">
        <h3>
          <Trans>Before the lesson</Trans>
        </h3>
        <ul>
          <li>
            <Trans>
              Open the page once on every device and wait until its foot says that it works without the network (about{' '}
              {offlineMegabytes} MB). Run A once on the device at the projector: the <Word of="features">features</Word>{' '}
              are then kept, and the run starts at once.
            </Trans>
          </li>
          <li>
            <Trans>
              One device for two or three learners, with a current browser (our tests run in Chromium). Phones do, too.
            </Trans>
          </li>
          <li>
            <Trans>
              How learners get there: write {address} on the board; they open this plan under <em>Learn and teach</em>{' '}
              and follow the link of the run. Or make a link for them with <PaperLink to="prepare" /> and show its QR
              code on the projector: every device that scans it has the same set-up.
            </Trans>
          </li>
          <li>
            <Trans>
              Runs have letters here, and each has a link, which sets it up and waits for <em>Train</em>. Where the
              presenter’s view has the same experiment, its digit stands beside the link.
            </Trans>
          </li>
          <li>
            <Trans>
              Print <PaperLink to="worksheet" />, one each, and <PaperLink to="answers" /> for yourself. For your own
              set-up, with controls hidden or locked: <PaperLink to="prepare" />. What the page does with data, and how
              to host it: <PaperLink to="privacy" />.
            </Trans>
          </li>
        </ul>
      </section>
      <section>
        <h3>
          <Trans>Minute by minute</Trans>
        </h3>
        <PlanView steps={minutes === 45 ? plan45() : plan90()} />
      </section>
      <section className="lab-paper-part">
        <h3>
          <Trans>About the figures</Trans>
        </h3>
        <PlanFigures />
      </section>
      <section className="lab-paper-part">
        <h3>
          <Trans>If something is missing</Trans>
        </h3>
        <dl className="lab-plan-help">
          <dt>
            <Trans>No network in the room</Trans>
          </dt>
          <dd>
            <Trans>
              Nothing changes for devices that had the page open once. For the others, put the built folder on one
              laptop and serve it in the room: over plain HTTP everything but the camera and offline use works. Another
              base from the hub is the one thing that cannot be fetched; no step of this plan needs it.
            </Trans>
          </dd>
          <dt>
            <Trans>Phones only</Trans>
          </dt>
          <dd>
            <Trans>
              Groups of three with one phone. Set 3 seeds and 20 pictures per class: phones are slower than laptops.
              Show the runs yourself with the presenter’s view and let the groups collect pictures, where phones are at
              their best.
            </Trans>
          </dd>
          <dt>
            <Trans>One computer and a projector</Trans>
          </dt>
          <dd>
            <Trans>
              The presenter’s view shows curves and verdict large. Predictions are made by show of hands and written on
              the board before you press Train.
            </Trans>
          </dd>
          <dt>
            <Trans>Nothing works</Trans>
          </dt>
          <dd>
            <Trans>
              The answer key has the figures of every run: the class predicts, you read the figures out, the class fills
              in the table and draws both curves into the empty charts at the end of the worksheet.
            </Trans>
          </dd>
        </dl>
      </section>
    </PaperLinks>
  );
}
