/** The officers that one officer may suspend in a day, and reinstate: more look like locking the others out, or like letting all in again. */
export const mostADay = 10;
