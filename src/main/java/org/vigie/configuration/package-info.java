/**
 * The one file: {@code vigie.yaml} and its {@code VIGIE_…} environment variables, read into records before anything
 * else starts ({@link org.vigie.configuration.ConfigurationFile} gives a
 * {@link org.vigie.configuration.VigieConfiguration} or a {@link org.vigie.configuration.ConfigurationException}); a wrong key or value stops the start with file, line
 * and the nearest known key. Never reads anything after the start, and never holds what the tower decides.
 */
@NullMarked
package org.vigie.configuration;

import org.jspecify.annotations.NullMarked;
