import type { ReactNode } from 'react';
import { useTurn } from './useTurn';

/** Draws what is in it for the first time in a turn of its own, so that many panels that come at once do not add up. */
export const InTurn = ({ children }: { readonly children: ReactNode }) => useTurn(true, false) && children;
