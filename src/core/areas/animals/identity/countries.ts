/**
 * ISO 3166-1: the country codes inside animal identifiers, as alpha-2, alpha-3 and numeric. Names are not kept here; the
 * screens take them from the platform by alpha-2 (`Intl.DisplayNames`), in the person's language.
 *
 * Source of the table: Debian package iso-codes 4.15, all 249 entries of ISO 3166-1.
 */
export interface Country {
  readonly alpha2: string
  readonly alpha3: string
  /** Three digits with leading zeros, as ISO 11784 and UELN write it. */
  readonly numeric: string
}

// One entry is eight characters: alpha-2, alpha-3, numeric.
const entries = `
  ADAND020 AEARE784 AFAFG004 AGATG028 AIAIA660 ALALB008 AMARM051 AOAGO024 AQATA010
  ARARG032 ASASM016 ATAUT040 AUAUS036 AWABW533 AXALA248 AZAZE031 BABIH070 BBBRB052
  BDBGD050 BEBEL056 BFBFA854 BGBGR100 BHBHR048 BIBDI108 BJBEN204 BLBLM652 BMBMU060
  BNBRN096 BOBOL068 BQBES535 BRBRA076 BSBHS044 BTBTN064 BVBVT074 BWBWA072 BYBLR112
  BZBLZ084 CACAN124 CCCCK166 CDCOD180 CFCAF140 CGCOG178 CHCHE756 CICIV384 CKCOK184
  CLCHL152 CMCMR120 CNCHN156 COCOL170 CRCRI188 CUCUB192 CVCPV132 CWCUW531 CXCXR162
  CYCYP196 CZCZE203 DEDEU276 DJDJI262 DKDNK208 DMDMA212 DODOM214 DZDZA012 ECECU218
  EEEST233 EGEGY818 EHESH732 ERERI232 ESESP724 ETETH231 FIFIN246 FJFJI242 FKFLK238
  FMFSM583 FOFRO234 FRFRA250 GAGAB266 GBGBR826 GDGRD308 GEGEO268 GFGUF254 GGGGY831
  GHGHA288 GIGIB292 GLGRL304 GMGMB270 GNGIN324 GPGLP312 GQGNQ226 GRGRC300 GSSGS239
  GTGTM320 GUGUM316 GWGNB624 GYGUY328 HKHKG344 HMHMD334 HNHND340 HRHRV191 HTHTI332
  HUHUN348 IDIDN360 IEIRL372 ILISR376 IMIMN833 ININD356 IOIOT086 IQIRQ368 IRIRN364
  ISISL352 ITITA380 JEJEY832 JMJAM388 JOJOR400 JPJPN392 KEKEN404 KGKGZ417 KHKHM116
  KIKIR296 KMCOM174 KNKNA659 KPPRK408 KRKOR410 KWKWT414 KYCYM136 KZKAZ398 LALAO418
  LBLBN422 LCLCA662 LILIE438 LKLKA144 LRLBR430 LSLSO426 LTLTU440 LULUX442 LVLVA428
  LYLBY434 MAMAR504 MCMCO492 MDMDA498 MEMNE499 MFMAF663 MGMDG450 MHMHL584 MKMKD807
  MLMLI466 MMMMR104 MNMNG496 MOMAC446 MPMNP580 MQMTQ474 MRMRT478 MSMSR500 MTMLT470
  MUMUS480 MVMDV462 MWMWI454 MXMEX484 MYMYS458 MZMOZ508 NANAM516 NCNCL540 NENER562
  NFNFK574 NGNGA566 NINIC558 NLNLD528 NONOR578 NPNPL524 NRNRU520 NUNIU570 NZNZL554
  OMOMN512 PAPAN591 PEPER604 PFPYF258 PGPNG598 PHPHL608 PKPAK586 PLPOL616 PMSPM666
  PNPCN612 PRPRI630 PSPSE275 PTPRT620 PWPLW585 PYPRY600 QAQAT634 REREU638 ROROU642
  RSSRB688 RURUS643 RWRWA646 SASAU682 SBSLB090 SCSYC690 SDSDN729 SESWE752 SGSGP702
  SHSHN654 SISVN705 SJSJM744 SKSVK703 SLSLE694 SMSMR674 SNSEN686 SOSOM706 SRSUR740
  SSSSD728 STSTP678 SVSLV222 SXSXM534 SYSYR760 SZSWZ748 TCTCA796 TDTCD148 TFATF260
  TGTGO768 THTHA764 TJTJK762 TKTKL772 TLTLS626 TMTKM795 TNTUN788 TOTON776 TRTUR792
  TTTTO780 TVTUV798 TWTWN158 TZTZA834 UAUKR804 UGUGA800 UMUMI581 USUSA840 UYURY858
  UZUZB860 VAVAT336 VCVCT670 VEVEN862 VGVGB092 VIVIR850 VNVNM704 VUVUT548 WFWLF876
  WSWSM882 YEYEM887 YTMYT175 ZAZAF710 ZMZMB894 ZWZWE716
`

export const countries: readonly Country[] = entries
  .trim()
  .split(/\s+/)
  .map((entry) => ({ alpha2: entry.slice(0, 2), alpha3: entry.slice(2, 5), numeric: entry.slice(5) }))

/**
 * ISO 3166-3: states that are gone but still stand in the numbers of old bulls and horses, as alpha-3 and numeric
 * (Czechoslovakia, East Germany, Serbia and Montenegro, Soviet Union, Yugoslavia, Zaire).
 */
const withdrawn: ReadonlyArray<readonly [string, string]> = [
  ['CSK', '200'],
  ['DDR', '278'],
  ['SCG', '891'],
  ['SUN', '810'],
  ['YUG', '891'],
  ['ZAR', '180'],
]

const byAlpha2 = new Map(countries.map((country) => [country.alpha2, country]))
const byAlpha3 = new Map(countries.map((country) => [country.alpha3, country]))
const byNumeric = new Map(countries.map((country) => [country.numeric, country]))

/** Finds a country by ISO 3166-1 alpha-2 code, or null. */
export function countryByAlpha2(code: string): Country | null {
  return byAlpha2.get(code) ?? null
}

/** Finds a country by ISO 3166-1 alpha-3 code, or null. */
export function countryByAlpha3(code: string): Country | null {
  return byAlpha3.get(code) ?? null
}

/** Finds a country by ISO 3166-1 numeric code (three digits), or null. */
export function countryByNumeric(code: string): Country | null {
  return byNumeric.get(code) ?? null
}

/** Tells whether an alpha-3 or numeric code belonged to a state that no longer exists (ISO 3166-3). */
export function isWithdrawnCountry(code: string): boolean {
  return withdrawn.some(([alpha3, numeric]) => code === alpha3 || code === numeric)
}
