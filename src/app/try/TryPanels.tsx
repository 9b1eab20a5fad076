import { useEffect, useState } from 'react';
import { InTurn } from '../../ui/compare/InTurn';
import { useLab, useLabState } from '../context';
import { useCamera } from '../webcam/useCamera';
import { tryingOf } from './tryingOf';
import { TryPanel } from './TryPanel';
import { Waiting } from './Waiting';
import { WhereItLooks } from './WhereItLooks';

export default function TryPanels() {
  const lab = useLab();
  const trying = tryingOf(lab);
  const heads = useLabState((s) => s.heads);
  useEffect(() => trying.follow(), [trying]);
  // Kept here: a training puts the panel away for a while, and the camera goes on.
  const camera = useCamera();
  const [isMirrored, setIsMirrored] = useState(true);
  if (!heads) return <Waiting camera={camera} isMirrored={isMirrored} />;
  return (
    <>
      <TryPanel trying={trying} heads={heads} camera={camera} isMirrored={isMirrored} onMirrored={setIsMirrored} />
      <InTurn>
        <WhereItLooks trying={trying} heads={heads} />
      </InTurn>
    </>
  );
}
