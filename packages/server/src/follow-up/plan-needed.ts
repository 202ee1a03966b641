// What is said to whoever would end denosumab without what follows.

export const planNeeded =
  'Denosumab is never stopped without what follows (rule FU3): name the drug and its day, or who decides and by when.';
