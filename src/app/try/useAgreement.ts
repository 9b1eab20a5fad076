import { useEffect, useState } from 'react';
import type { TrainedHeads } from '../../core/heads/trainedHeads';
import { agreementOf, type Agreement } from '../../core/try/agreement';

/** So many numbers in all heads together are gone through for every frame of a camera; more only for one that stands. */
const mostLive = 4_000_000;

interface Counted {
  readonly agreement: Agreement;
  /** Of the picture, and the run of the heads, that it is about. */
  readonly features: Float32Array;
  readonly runId: string;
}

/**
 * What all seeds answer, as far as it is known. While it is counted anew, that of a moment ago is still told of a camera's
 * frames and of heads under training; of another picture nothing is.
 */
export function useAgreement(
  heads: TrainedHeads | null,
  features: Float32Array | null,
  isLive: boolean,
): Agreement | null {
  const [counted, setCounted] = useState<Counted | null>(null);
  const isTooMuch = isLive && (heads?.parameters.length ?? 0) > mostLive;
  useEffect(() => {
    let isWanted = true;
    const count = async () => {
      if (!heads || !features || isTooMuch) return;
      const found = await agreementOf(heads, features, () => isWanted);
      if (found && isWanted) setCounted({ agreement: found, features, runId: heads.runId });
    };
    void count();
    return () => {
      isWanted = false;
    };
  }, [heads, features, isTooMuch]);
  if (!heads || !features || isTooMuch || counted?.runId !== heads.runId) return null;
  return isLive || counted.features === features ? counted.agreement : null;
}
