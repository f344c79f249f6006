/** What the fictitious firm of the demonstration has decided: the same services, called as its people would. */
@NullMarked
package org.vigie.showcase;

import org.jspecify.annotations.NullMarked;
