import type { MatterState } from '../review/state.ts';

/** The state with what the reviewer left open in the opinion's head taken from the office and the matter. */
export function filledOpinion(state: MatterState, office: string): MatterState {
  const { opinion, fields } = state;
  return {
    ...state,
    opinion: { ...opinion, office: opinion.office || office, addressee: opinion.addressee || fields.unit },
  };
}
