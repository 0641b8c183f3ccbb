/** Words too common to choose a clause by; a phrase in quotes still keeps them. `may`, `shall` and `not` are here too: in an agreement they stand everywhere. */

export const stopWords: ReadonlySet<string> = new Set(
  (
    'a about all also am an and any are as at be been being but by can could did do does doing done during each either else ever every few for from get gets getting ' +
    'got had has have having he her here hers him his how i if in into is it its itself just let lets many may me might more most much must my no nor not of off on ' +
    'once only onto or other our ours out over own per shall she should since so some such than that the their them then there thereof these they this those to too ' +
    'under until up upon us was we were what when where whether which while who whom whose why will with within would you your yours'
  ).split(' '),
)
