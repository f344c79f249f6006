/**
 * The product's spine: one record per exchange and per administrative act, in one hash chain per writer, durable before
 * the caller goes on. {@link org.vigie.audit.AuditLog} writes and finds them ({@link org.vigie.audit.Opening}, {@link
 * org.vigie.audit.Closing}, {@link org.vigie.audit.Act}, {@link org.vigie.audit.ExchangeRecord}); {@link
 * org.vigie.audit.AuditVerifier} proves that nothing was removed or altered. Never holds a prompt, an answer or a
 * secret, never changes what it wrote, and never lets an exchange through that it could not record.
 */
@NullMarked
package org.vigie.audit;

import org.jspecify.annotations.NullMarked;
