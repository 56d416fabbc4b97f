/** The beginning of the id of every key that a development stack makes; production refuses such keys. */
export const developmentKeyPrefix = 'development-';

export const isDevelopmentKey = (kid: string): boolean => kid.startsWith(developmentKeyPrefix);
