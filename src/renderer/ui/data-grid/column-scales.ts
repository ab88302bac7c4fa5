/** Text is 13, 14 and 18 px high; column widths are given for the first. */
export const columnScales = { dense: 1, default: 1.08, gloves: 1.4 }
