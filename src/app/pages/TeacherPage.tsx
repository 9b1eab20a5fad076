import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { abilitiesOf } from '../../core/abilities';
import type { PaperId } from '../../core/page';
import AnswerKey from '../../lessons/papers/AnswerKey';
import PlanPaper from '../../lessons/papers/PlanPaper';
import PrivacyPaper from '../../lessons/papers/PrivacyPaper';
import { licences } from '../licences';
import { givenHere } from '../offline/given';
import { PaperFrame } from './PaperFrame';
import { WorksheetPage } from './WorksheetPage';

export interface TeacherPageProps {
  readonly page: Exclude<PaperId, 'words' | 'prepare'>;
}

/** Papers for instructors, learners and parents, to read here and to print. */
export default function TeacherPage({ page }: TeacherPageProps) {
  switch (page) {
    case 'plan-45':
      return (
        <PaperFrame
          title={t`Lesson plan, 45 minutes`}
          lead={t`Transfer learning and dropout, seen rather than told. For learners from about 14 on; no programming.`}
          printable
        >
          <PlanPaper minutes={45} address={address()} />
        </PaperFrame>
      );
    case 'plan-90':
      return (
        <PaperFrame
          title={t`Lesson plan, 90 minutes`}
          lead={t`The lesson of 45 minutes, then pictures of the class’s own, their mistakes, and where transfer stops helping.`}
          printable
        >
          <PlanPaper minutes={90} address={address()} />
        </PaperFrame>
      );
    case 'worksheet':
      return <WorksheetPage />;
    case 'answers':
      return (
        <PaperFrame
          title={t`Answer key`}
          lead={t`To the worksheet, with figures that were measured and the intervals that go with them.`}
          printable
        >
          <AnswerKey />
        </PaperFrame>
      );
    case 'privacy':
      return (
        <PaperFrame
          title={t`For parents and IT`}
          lead={<Trans>What this page does with data, how to check it, and how to host it.</Trans>}
          printable
        >
          <PrivacyPaper abilities={abilitiesOf(givenHere())} isSecure={isSecureContext} licences={licences} />
        </PaperFrame>
      );
    default:
      return page satisfies never;
  }
}

const address = () => location.href.replace(/#.*$/, '');
