import { useEffect } from 'react';
import { useLab, useLabState } from '../context';
import { tryingOf } from './tryingOf';
import { TryPanel } from './TryPanel';
import { WhereItLooks } from './WhereItLooks';

export default function TryPanels() {
  const lab = useLab();
  const trying = tryingOf(lab);
  const heads = useLabState((s) => s.heads);
  useEffect(() => trying.follow(), [trying]);
  if (!heads)
    return <p className="lab-card lab-soft lab-padded">The heads are being trained; in a moment they answer here.</p>;
  return (
    <>
      <TryPanel trying={trying} heads={heads} />
      <WhereItLooks trying={trying} heads={heads} />
    </>
  );
}
