/// English.
package struct English: Phrasebook {
  package init() {}
}
