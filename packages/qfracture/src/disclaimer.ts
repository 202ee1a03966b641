// The words of ClinRisk Ltd. that its licence wants beside every score. Decision: they are part of each computed
// result, so that no screen can show a figure without having them; they stay in English, as they were given.

/** Must be displayed alongside any risk that this package computes (additional term of the licence; see NOTICE). */
export const disclaimer: string = [
  'The initial version of this file, to be found at http://svn.clinrisk.co.uk/qfracture, faithfully implements QFracture-2012.',
  'We have released this code under the GNU Lesser General Public License to enable others to implement the algorithm faithfully.',
  'However, the nature of the GNU Lesser General Public License is such that we cannot prevent, for example, someone altering the coefficients.',
  'We stress, therefore, that it is the responsibility of the end user to check that the source that they receive produces the same results as the original code posted at http://svn.clinrisk.co.uk/qfracture.',
  'Inaccurate implementations of risk scores can lead to wrong patients being given the wrong treatment.',
].join('\n');
