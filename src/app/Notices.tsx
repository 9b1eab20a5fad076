import { Button, CloseButton } from '@mantine/core';
import { useState } from 'react';
import { count } from '../core/figures';
import { Note } from '../ui/layout/Note';
import { useLab, useLabState } from './context';

/** What the page has to say above everything else: the link, storage, work of an earlier visit. */
export function Notices() {
  const lab = useLab();
  // Deleting kept work cannot be undone, so that it takes a second press.
  const [doomed, setDoomed] = useState<string | null>(null);
  const { linkProblems, trouble, kept } = useLabState(({ linkProblems, trouble, kept }) => ({
    linkProblems,
    trouble,
    kept,
  }));
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
            <CloseButton aria-label="Dismiss" onClick={() => lab.store.setState({ linkProblems: [] })} />
          </div>
        </Note>
      )}
      {trouble !== null && (
        <Note tone="error">
          <div className="lab-row">
            <span>{trouble}</span>
            <CloseButton aria-label="Dismiss" onClick={() => lab.store.setState({ trouble: null })} />
          </div>
        </Note>
      )}
      {kept.map(({ id, pictures }) => (
        <Note key={id}>
          <div className="lab-row">
            <span>Your own {count(pictures, 'picture')} of before are kept in this browser.</span>
            <Button variant="default" size="compact-md" onClick={() => void lab.restore(id)}>
              Bring them back
            </Button>
            <Button
              variant="subtle"
              size="compact-md"
              onClick={() => (doomed === id ? void lab.saver.forget(id) : setDoomed(id))}
              onBlur={() => setDoomed(null)}
            >
              {doomed === id ? `Really delete ${count(pictures, 'picture')}?` : 'Forget them'}
            </Button>
          </div>
        </Note>
      ))}
    </output>
  );
}
