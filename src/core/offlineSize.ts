/** About how much the whole page is, in MB, as texts say it. The build stops where it is off by more than a tenth. */
export const offlineMegabytes = 25;
