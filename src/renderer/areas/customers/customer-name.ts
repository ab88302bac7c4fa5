/** The name of a customer in the language of the page: the Arabic one on Arabic pages, where there is one. */
export function customerName(
  { name, nameArabic }: { readonly name: string; readonly nameArabic: string | null },
  lang: string,
): string {
  return lang === 'ar' && nameArabic !== null ? nameArabic : name
}
