@org.jspecify.annotations.NullMarked
package dev.rolewise.discord;
