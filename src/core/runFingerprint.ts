/** What a run really started from and was fed, measured where it is trained: equal letters, equal numbers. */
export interface RunFingerprint {
  readonly initialWeights: string;
  readonly batchOrder: string;
  /** Altered copies included. */
  readonly trainingPictures: string;
  readonly validationPictures: string;
  readonly givenLabels: string;
}
