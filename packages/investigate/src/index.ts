// The public surface of investigate: what a patient's examinations and answers amount to. One section a folder.

// Risk models: src/risk
export {};
