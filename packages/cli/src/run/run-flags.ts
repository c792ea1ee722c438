export const restartChoices = ['never', 'on-failure'] as const;

/** The options of `turnscope run` as they were written on the command line. */
export interface RunFlags {
  readonly processType?: string;
  readonly restart?: (typeof restartChoices)[number];
  readonly serve?: string;
}
