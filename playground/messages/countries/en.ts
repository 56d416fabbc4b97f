/** Names of the countries that Belarus and Russia write of most, in English; `Intl` knows the others. */
export const countries = {
  'country.BY': 'Belarus',
  'country.RU': 'Russia',
  'country.UA': 'Ukraine',
  'country.KZ': 'Kazakhstan',
  'country.AM': 'Armenia',
  'country.AZ': 'Azerbaijan',
  'country.GE': 'Georgia',
  'country.KG': 'Kyrgyzstan',
  'country.MD': 'Moldova',
  'country.TJ': 'Tajikistan',
  'country.TM': 'Turkmenistan',
  'country.UZ': 'Uzbekistan',
  'country.PL': 'Poland',
  'country.LT': 'Lithuania',
  'country.LV': 'Latvia',
} as const;
