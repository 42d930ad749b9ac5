/**
 * Stands in for unzipper, which exceljs loads for a way of reading that is not used here. One of the packages beneath
 * it states no licence, so it is not handed out.
 */
export const isLeftOut = true;
