/// The lab's messages in the languages of its readers.
package thalweg.lab.text;
