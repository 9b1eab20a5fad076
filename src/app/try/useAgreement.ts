import { useEffect, useState } from 'react';
import type { TrainedHeads } from '../../core/heads/trainedHeads';
import { agreementOf, type Agreement } from '../../core/try/agreement';

/** So many numbers in all heads together are gone through for every frame of a camera; more only for one that stands. */
const mostLive = 4_000_000;

/** What all seeds answer, as far as it is known; of a moment ago where it is being counted anew. */
export function useAgreement(
  heads: TrainedHeads | null,
  features: Float32Array | null,
  isLive: boolean,
): Agreement | null {
  const [agreement, setAgreement] = useState<Agreement | null>(null);
  const isTooMuch = isLive && (heads?.parameters.length ?? 0) > mostLive;
  useEffect(() => {
    let isWanted = true;
    const count = async () => {
      if (!heads || !features || isTooMuch) return;
      const found = await agreementOf(heads, features, () => isWanted);
      if (found && isWanted) setAgreement(found);
    };
    void count();
    return () => {
      isWanted = false;
    };
  }, [heads, features, isTooMuch]);
  const fits = agreement?.seeds === heads?.trials.length && agreement?.counts[0]?.length === heads?.classes.length;
  return features && !isTooMuch && fits ? agreement : null;
}
