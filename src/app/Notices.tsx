import { t } from '@lingui/core/macro';
import { CloseButton } from '@mantine/core';
import { Note } from '../ui/layout/Note';
import { useLab, useLabState } from './context';
import { LanguageNotice } from './LanguageNotice';
import { SetUpNotice } from './SetUpNotice';
import { PreparedNote } from './prepared/PreparedNote';
import { ProjectNotices } from './projects/ProjectNotices';

/** What the page has to say above everything else: the link, storage, work of an earlier visit. */
export function Notices() {
  const lab = useLab();
  const { linkProblems, trouble } = useLabState(({ linkProblems, trouble }) => ({ linkProblems, trouble }));
  return (
    <output className="lab-notices">
      {linkProblems.length > 0 && (
        <Note tone="warn">
          <div className="lab-row">
            <ul>
              {linkProblems.map((problem) => (
                <li key={problem}>{problem}</li>
              ))}
            </ul>
            <CloseButton aria-label={t`Dismiss`} onClick={() => lab.store.setState({ linkProblems: [] })} />
          </div>
        </Note>
      )}
      {trouble !== null && (
        <Note tone="error">
          <div className="lab-row">
            <span>{trouble}</span>
            <CloseButton aria-label={t`Dismiss`} onClick={() => lab.store.setState({ trouble: null })} />
          </div>
        </Note>
      )}
      <LanguageNotice />
      <PreparedNote />
      <SetUpNotice />
      <ProjectNotices />
    </output>
  );
}
