/**
 * What is known of each provider and model, the scored questionnaire, and what was decided: the class that a provider may
 * receive, until when. Start with {@code Assessments}. Narrows what the configuration allows and never widens it; a
 * provider that nobody has assessed stays as the configuration says.
 */
@NullMarked
package org.vigie.assessment;

import org.jspecify.annotations.NullMarked;
